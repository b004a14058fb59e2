"""The rules of attribution that go by no verb of saying: nouns, adjectives, prepositions, marks and the place of a line, as data.

Each with what it does, an example, a near-miss, and how often its hits were right (see `dateline.mark.rules_of_speech`).
"""

from dateline.model.rule import Rule

BESIDE_VERBS: tuple[Rule, ...] = (
    Rule(
        "speech.aside",
        "source and verb stand as an aside within what is said",
        "The bridge, the mayor noted, was built in a hurry.",
        "The bridge, which the mayor opened, was built in a hurry.",
        0.81,
    ),
    Rule(
        "speech.beside",
        "a finished quotation stands right before a name and a verb of saying, whatever the grammar made of them",
        "“Somebody forgot the bread, and it is not us,” the bakery's owner, Dana Holt, told the neighbours.",
        "The baker sold “Night Owl” bread.",
        0.95,
    ),
    Rule(
        "speech.colon",
        "the quotation after a colon belongs to the subject of the sentence",
        "The baker spoke for an hour and left no doubt: “We will stay open all night.”",
        "The baker sells three things: bread, cakes and pies.",
        0.69,
    ),
    Rule(
        "speech.colon-plain",
        "the quotation after a colon belongs to the subject of a sentence without a verb of saying",
        "The baker has one rule: “We stay open all night.”",
        "The baker has one rule: bread before cakes.",
        0.61,
    ),
    Rule(
        "speech.headline",
        "a line without a full stop ends in who says it",
        "Talks off, says union",
        "Talks off, union tired",
        0.60,
    ),
    Rule(
        "speech.turn",
        "paragraphs that begin with names and colons in turns are a transcript; what follows the colon is said by the name",
        "HOLT: We will stay open all night.\nREPORTER: Until when?\nHOLT: Until six.",
        "HOLT: We will stay open all night.\nThe street was empty.",
        0.77,
    ),
    Rule(
        "speech.turn-nameless",
        "“Q:” and “A:” in turns are an interview; who asks and who answers the label does not tell",
        "Q: Where is the bread?\nA: On the table.",
        "A: On the table.\nThe street was empty.",
        0.43,
    ),
    Rule(
        "speech.signed",
        "a dash and a name beneath a quotation that fills its paragraph sign it",
        "“We will stay open all night.”\n- Dana Holt, baker",
        "“We will stay open all night.”\nThe lights were out.",
        0.76,
    ),
    Rule(
        "speech.according",
        "“according to” gives the source of what stands around it",
        "The bridge is unsafe, according to the engineers.",
        "The bridge was built according to plan in two years, and painted according to the old fashion.",
        0.88,
    ),
    Rule(
        "speech.poll",
        "“in a poll” gives the source of the sentence that it opens",
        "In a survey released Monday, 40 percent wanted a new bridge.",
        "In a village near the river, 40 percent crossed the bridge on foot.",
        0.71,
    ),
    Rule(
        "speech.document",
        "a poll, study or report shows what stands on the right of its verb",
        "The survey shows a majority against the bridge.",
        "The guide shows a visitor the bridge.",
        0.66,
    ),
    Rule(
        "speech.idiom",
        "a verb of saying made of two words says something of what follows",
        "The mayor ruled out a deal with the owners.",
        "The mayor ran out of patience with the owners.",
        0.73,
    ),
    Rule(
        "speech.idiom-under",
        "a verb of saying made of two words, below another verb, says something of what follows",
        "The mayor met the owners after ruling out a deal with them.",
        "The mayor met the owners after running out of patience with them.",
        0.42,
    ),
    Rule(
        "speech.view",
        "“in X's view”, “in the words of X” tell whose view the sentence gives",
        "In the mayor's view, the bridge is unsafe.",
        "In the mayor's house, the bridge is hardly seen.",
        0.67,
    ),
    Rule(
        "speech.hearsay",
        "“reportedly” and the like say that it is told, and name nobody",
        "The owner reportedly left the country.",
        "The owner quietly left the country.",
        0.47,
    ),
    Rule(
        "speech.noun-clause",
        "a noun of saying takes a clause with “that”, and has a holder",
        "The mayor's claim that the bridge is safe surprised nobody.",
        "The mayor's dog that sleeps on the bridge surprised nobody.",
        0.55,
    ),
    Rule(
        "speech.noun-preposition",
        "a noun of praise, blame or wish leads to what it is about by a preposition, and has a holder",
        "The mayor's criticism of the engineers grew louder.",
        "The mayor's picture of the engineers grew old.",
        0.32,
    ),
    Rule(
        "speech.adjective-clause",
        "a state of mind as predicate takes a clause",
        "The mayor is confident that the bridge will hold.",
        "The mayor is taller than the bridge was long.",
        0.74,
    ),
    Rule(
        "speech.adjective-preposition",
        "a state of mind as predicate leads to what it is about by a preposition",
        "The mayor is skeptical of the new plan.",
        "The mayor is tall for a man of the town.",
        0.67,
    ),
)
