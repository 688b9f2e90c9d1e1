"""What a reader can find in the search box of one language, and by which words.

`model`     one result: where it leads, what it says, what else it answers to
`words`     a word as search compares it, without accents and endings; `words.yml` has the rules, for the browser too
`synonyms`  words that readers type and our pages do not use, from `data/synonyms.txt`
`extract`   a finished page to its results
`index`     all results of a language to the file that the browser asks for
"""
