"""The domain of this project: statements, questions, their checks, and what is made of them.

It has never heard of MkDocs (only `site` may import it) and is tested without it, in seconds.

    problems      what is wrong, and how it is told            sources    pages on disk, with true line numbers
    settings      key: value lines, as typed               fences     code examples, which are left alone
    blocks        the /// syntax, one parser for all            strings    every interface word
    templates     our components as XML with slots              markdown   puts components into a page's conversion
    library       everything the sources say, in one value      check      every rule, both languages; the command line
    page_rules    blocks, headings and mentions of any page     records    data files: keys and their settings
    guideline/  learning/      model · parse · rules · render   bibliography/  references, citations
    glossary/                  model · parse · rules · find · mark · render
    sessions/                  from data/sessions.yml to pages and calendars   tip_sheets/  their form
    nested        YAML as deep as typed, with its lines         stale      promises that time has overtaken; a command
    figures/                   model · parse · rules · draw · render
    translations/              outline · parity                 documents/     PDF from rendered pages
    site          the seam to MkDocs
"""
