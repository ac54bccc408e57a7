"""What is known of languages, whatever a text is about.

Names, direction and dates (`names`, `direction`, `dates`), where sentences end (`sentences`), the
base forms of words (`words`, `lemmas`, `stems`, `surnames`), scripts, quotation marks and numbers
(`scripts`, `quotes`, `numbers`), the language of a text (`detect`), and slugs from any script
(`slug`). Each module loads its data when it is first asked.
"""
