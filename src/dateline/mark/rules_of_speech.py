"""The rules of attribution, as data: what each does, an example, a near-miss, and how often its hits were right.

`precision` is the share of hits whose content (half of the words or more in common) and source both agreed with marked news articles
that the rules were not written from; two digits a rule.
"""

from functools import cache

from dateline.mark.rules_beside_verbs import BESIDE_VERBS
from dateline.model.rule import Rule

_UNMEASURED = 0.3
"""Confidence of a rule with too few hits to be measured: low enough to stay folded."""

RULES: tuple[Rule, ...] = (
    Rule(
        "speech.clause",
        "a verb of saying takes the clause beside it, before or after",
        "The mayor said Tuesday that the bridge would close.",
        "The mayor closed the bridge on Tuesday.",
        0.86,
    ),
    Rule(
        "speech.clause-quoted",
        "a verb of saying takes the clause beside it, and words of it are quoted",
        "“The bridge will close,” the mayor said.",
        "The mayor said that the bridge would close.",
        0.96,
    ),
    Rule(
        "speech.clause-under",
        "a verb of saying that stands below another verb, or with “would” or “may”, takes the clause beside it",
        "The baker, who said that the bridge would close, went home.",
        "The baker, who closed the bridge, went home.",
        0.74,
    ),
    Rule(
        "speech.participle-clause",
        "a participle of saying takes the clause that follows; its source is that of the verb before",
        "The mayor defended the plan, saying the bridge was unsafe.",
        "The mayor left the hall, smiling at the crowd.",
        0.86,
    ),
    Rule(
        "speech.participle-clause-loose",
        "a participle of saying without a comma before it takes the clause that follows, unquoted",
        "The mayor left after saying the bridge was unsafe.",
        "The mayor left the hall, saying the bridge was unsafe.",
        0.70,
    ),
    Rule(
        "speech.infinitive-clause",
        "a verb of saying in the infinitive takes the clause that follows",
        "The mayor went on television to announce that the bridge would close.",
        "The mayor went to the river to see the bridge.",
        0.48,
    ),
    Rule(
        "speech.passive-clause",
        "a verb of saying in the passive takes the clause that follows, and names no source",
        "It was reported that the bridge would close.",
        "It was clear water that ran under the bridge.",
        0.54,
    ),
    Rule(
        "speech.relayed",
        "somebody is quoted or cited as saying something; who quotes is the way it came",
        "The Evening Post quoted Dana Holt as saying that the bridge was safe.",
        "The Evening Post painted Dana Holt as a queen.",
        0.46,
    ),
    Rule(
        "speech.asked",
        "“asked about ...” or “asked whether ...” leaves out who asked",
        "Asked about the bridge, the mayor said nothing new.",
        "Built beside the bridge, the tower fell.",
        0.70,
    ),
    Rule(
        "speech.thought",
        "a verb of thinking, hoping, finding or showing takes the clause beside it",
        "Residents believe the bridge is unsafe.",
        "Residents built the bridge that is unsafe.",
        0.76,
    ),
    Rule(
        "speech.thought-under",
        "a verb of thinking, hoping, finding or showing below another verb takes the clause beside it",
        "The mayor met residents who believe the bridge is unsafe.",
        "The mayor met residents who built the bridge that is unsafe.",
        0.48,
    ),
    Rule(
        "speech.around",
        "source and verb stand as an aside between a subject and its verb, whatever the grammar made of them",
        "The heavy spending on the harbour, Ann Doe said, “is a perfect example” of waste.",
        "The heavy spending on the harbour, Ann Doe knew, was a waste.",
        0.67,
    ),
    Rule(
        "speech.before",
        "a clause, a comma, source and verb, and nothing else to say: the clause is what was said, whatever the grammar made of it",
        "Owners should bring proof for their claims and not throw around grand words like “maybe” and “surely”, she told reporters.",
        "Owners should bring proof for their claims and not throw around grand words like “maybe”, she thought.",
        0.64,
    ),
    Rule(
        "speech.after",
        "a clause follows source and verb, whatever the grammar made of it",
        "The mayor, who owns a mill and two ships, said this week following a long meeting that the harbour would close.",
        "The mayor, who owns a mill and two ships, said nothing this week following a long meeting.",
        0.79,
    ),
    Rule(
        "speech.as-clause",
        "an as-clause names who says what stands around it",
        "As the mayor noted, the bridge was built in a hurry.",
        "As the mayor slept, the bridge was built in a hurry.",
        0.57,
    ),
    Rule(
        "speech.quote",
        "a quotation stands right beside a verb that can carry one, or beside its source",
        "The bakers are chanting “we shall never pay for that bread” again.",
        "The baker painted a “scandal” of a picture.",
        0.77,
    ),
    Rule(
        "speech.quote-short",
        "a quotation of a few words stands right beside a verb that can carry one",
        "The baker shouted “never” twice.",
        "The baker painted a “scandal” of a picture.",
        0.55,
    ),
    Rule(
        "speech.announced",
        "a paragraph that ends in a colon announces the quotation that begins the next",
        "The baker wrote to her neighbours:\n“We will stay open all night.”",
        "The baker wrote to her neighbours.\nThe street stayed open all night.",
        0.80,
    ),
    Rule(
        "speech.label",
        "the name before the colon speaks the words after it",
        "Mayor Dana Holt: We will stay open all night.",
        "Update: We will stay open all night.",
        0.72,
    ),
    Rule(
        "speech.label-bare",
        "a bare name before the colon, without title, office or quotation, speaks the words after it",
        "Dana Holt: no talks planned.",
        "Germany: no talks planned.",
        0.76,
    ),
    Rule(
        "speech.said-after",
        "a sentence that only says who spoke, and when or where, belongs to the quotation before it",
        "“We will stay open all night.” Dana Holt said at a meeting on Monday.",
        "“We will stay open all night.” Dana Holt said nothing else.",
        0.70,
    ),
    Rule(
        "speech.about",
        "a quotation follows a short sentence about one person, without a verb of saying",
        "Dana Holt shook her head. “We will stay open all night.”",
        "The street was empty. “We will stay open all night.”",
        0.50,
    ),
    Rule(
        "speech.no-speaker",
        "a quotation of more than a few words beside which no speaker was found; what is right about it is its extent",
        "The street was empty.\n“We will stay open all night.”\nThe lights were out.",
        "The “Night Owl” was empty.",
        0.05,
    ),
    Rule(
        "speech.object",
        "a verb of praise, blame or mention says something of its object",
        "The mayor criticized the engineers.",
        "The mayor paid the engineers for the work.",
        0.76,
    ),
    Rule(
        "speech.charge",
        "the verb of the sentence blames or praises its object “for”, “of” or “as” something, or in quoted words",
        "The mayor praised the engineers for the work.",
        "The mayor paid the engineers for the work.",
        0.84,
    ),
    Rule(
        "speech.object-under",
        "a verb of praise, blame or mention below another verb says something of its object",
        "The mayor met residents who criticized the engineers.",
        "The mayor met residents who paid the engineers.",
        0.57,
    ),
    Rule(
        "speech.participle-object",
        "a participle of praise, blame or mention says something of its object",
        "The mayor left the hall, praising the engineers for their work.",
        "The mayor left the hall, waving the engineers away.",
        0.51,
    ),
    Rule(
        "speech.infinitive-object",
        "an infinitive of praise, blame or mention says something of its object",
        "The mayor came to praise the engineers.",
        "The mayor came to paint the bridge.",
        0.38,
    ),
    Rule(
        "speech.weak-object",
        "a verb of support, wish or belief takes its object",
        "The union endorsed the plan.",
        "The union printed the plan.",
        0.67,
    ),
    Rule(
        "speech.weak-object-under",
        "a verb of support, wish or belief below another verb takes its object",
        "The mayor met residents who support the plan.",
        "The mayor met residents who printed the plan.",
        0.38,
    ),
    Rule(
        "speech.reduced",
        "“a plan backed by X” gives X's view of the noun before",
        "A plan criticized by the union failed.",
        "A plan drawn by the engineers failed.",
        0.50,
    ),
    Rule(
        "speech.naming",
        "a verb of naming says what its object is",
        "The mayor called the delay a disgrace.",
        "The mayor called the police.",
        0.50,
    ),
    Rule(
        "speech.naming-quoted",
        "a verb of naming says in quoted words what its object is",
        "The mayor called the delay “a disgrace to the town.”",
        "The mayor called the police on Monday.",
        0.74,
    ),
    Rule(
        "speech.regarding",
        "a verb of seeing or describing says what its object is “as”",
        "The union sees the plan as a trick.",
        "The union saw the plan in the hall.",
        0.68,
    ),
    Rule(
        "speech.preposition",
        "what is said stands after a preposition that belongs to the verb",
        "The union called for a new bridge.",
        "The union walked over the new bridge.",
        0.73,
    ),
    Rule(
        "speech.preposition-under",
        "what is said stands after a preposition that belongs to a verb below another verb",
        "Residents who called for a new bridge went home.",
        "Residents who walked over a new bridge went home.",
        0.52,
    ),
    Rule(
        "speech.infinitive",
        "a verb of promise, refusal, demand or intent takes an infinitive",
        "The mayor declined to comment on the bridge.",
        "The mayor stopped to look at the bridge.",
        0.74,
    ),
    Rule(
        "speech.infinitive-under",
        "a verb of promise, refusal, demand or intent below another verb takes an infinitive",
        "Residents who refused to leave the bridge sang.",
        "Residents who stopped to see the bridge sang.",
        0.54,
    ),
    Rule(
        "speech.weak-infinitive",
        "a verb of deciding or liking takes an infinitive",
        "The council voted to close the bridge.",
        "The council ran to close the bridge.",
        0.65,
    ),
    Rule(
        "speech.addressed",
        "a verb of asking or ordering takes the person addressed and an infinitive",
        "The mayor urged drivers to avoid the bridge.",
        "The mayor drove a bus to avoid the bridge.",
        0.77,
    ),
    Rule(
        "speech.addressed-under",
        "a verb of asking or ordering below another verb takes the person addressed and an infinitive",
        "The mayor went on television, urging drivers to avoid the bridge.",
        "The mayor went on television, driving a bus to amuse the town.",
        0.56,
    ),
    Rule(
        "speech.passive-estimate",
        "a passive with an infinitive states an estimate and names no source, or one after “by”",
        "Some 300 drivers are estimated to be waiting at the bridge.",
        "Some 300 drivers are parked to wait at the bridge.",
        0.68,
    ),
    Rule(
        "speech.passive-report",
        "a passive of praise, blame or mention tells what is said of its subject",
        "The mayor was accused of neglect by the union.",
        "The mayor was robbed of his hat by a goat.",
        0.48,
    ),
    Rule(
        "speech.appearance",
        "“seem” and “appear” say how it looks, to nobody in particular",
        "The talks appear to have failed.",
        "The talks appear in the records.",
        0.49,
    ),
    Rule(
        "speech.under-fire",
        "criticism or praise that is met tells what is said of the subject",
        "The mayor came under fire from the union over the delay.",
        "The mayor came under the bridge from the station.",
        0.48,
    ),
    Rule(
        "speech.refusal",
        "who “would not comment”, “had no comment” or “declined an interview” refuses to speak",
        "The mayor had no comment on the bridge.",
        "The mayor had no bridge to comment on.",
        0.47,
    ),
    Rule(
        "speech.eyes",
        "“To X, ...” at the beginning of a sentence tells whose view it gives",
        "To Ann Doe, the bridge is a gift.",
        "To France, the bridge is a mile.",
        0.67,
    ),
    *BESIDE_VERBS,
)


def precision_of(name: str) -> float:
    """Give the measured precision of a rule."""
    return _precisions()[name]


@cache
def _precisions() -> dict[str, float]:
    return {rule.name: _UNMEASURED if rule.precision is None else rule.precision for rule in RULES}
