"""Subtitles: time codes beside the text of an article, and a translation on the same time codes.

In a body, lines such as `[00:00:01.000 --> 00:00:04.200]: #cue` stand above the paragraph that is
said in that time (`marks`). They are link reference definitions: CommonMark shows nothing of them,
so the units of the article are what is said and no more.

    edition ─ passages (timing) ─► captions (captions) ─► .vtt, .srt

`splitting` decides where a text is cut, for its cues as for the lines of a cue; `limits` how much
can be read.
"""
