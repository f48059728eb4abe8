"""Pictures where looking is better than reading: data in, the text of an SVG out, the same for the same data.

Each stands beside its data as a table, in the colours and type of the page, with its words where they belong instead
of a legend, and can be read without colour. It is drawn twice, for a column and for a phone; the style sheet shows one.
"""
