"""PDF documents made from the HTML of finished pages. Knows HTML, Typst and fonts; refuses to know MkDocs and Markdown.

plan        which documents there are, of which pages, under which names
model       what a document is made of, and what can be wrong with it
tree        strict HTML -> tree          markup      Typst literals and calls
write       tree -> HTML, for documents that are composed of parts of pages
links       every address and anchor -> a place in the document, or an absolute address
place       where the conversion stands: chapter, nearest heading, characters and images met
inline · blocks · lists · tables         the closed vocabulary of elements, HTML -> Typst
fit         whether content is certain to fit on one page
convert     a document's chapters -> Typst source
template    cover, contents, running lines: the final source (template.typ holds the looks)
fonts       the faces, what they can draw, the folder that the compiler reads
produce     source -> PDF in the cache
"""
