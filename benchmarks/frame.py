"""What every invented deal has whatever its playbook: the head, and the lists at the end."""

from story import APPROVERS, INITIATOR, OWNERS, STAGES, TODAY, Story, iso, visit
from vocabulary import EN

OUR_NAMES = {
    "lin-qing": ("Lin Qing", "林青"), "zhao-peng": ("Zhao Peng", "赵鹏"), "wu-di": ("Wu Di", "吴笛"),
    "ma-rui": ("Ma Rui", "马睿"), "chen-yi": ("Chen Yi", "陈易"), "sun-lan": ("Sun Lan", "孙岚"),
    "he-jun": ("He Jun", "何军"),
}  # fmt: skip
LOST = 5
"""Of a hundred deals of the middle stages."""


def names(s: Story) -> tuple[str, str]:
    """The customer, and the deal's id; one id in ten is Chinese where the deal is."""
    place = s.dice.below(len(s.words.places))
    firm = s.dice.pick(s.words.firms[s.industry])
    customer = f"{s.words.places[place]}{'' if s.chinese else ' '}{firm}"
    short = customer if s.chinese and s.dice.chance(10) else EN.places[place]
    return customer, f"{short.replace(' ', '-').lower()}-{s.number:06d}"


def head(s: Story, customer: str) -> str:
    """From the first comment to our team."""
    ours = OUR_NAMES[s.owner][s.chinese]
    boss, helper = s.dice.pick(APPROVERS), OWNERS[(OWNERS.index(s.owner) + 1) % len(OWNERS)]
    project = s.dice.pick(s.words.projects[s.industry])
    return (
        f"# {customer}, {s.words.fixed['kept'].format(owner=ours)}\nformat: 1\nplaybook: value-competition\n"
        f'playbook_version: "1.0"\ncustomer: {customer}\ntitle: {project} {s.number:06d}\n'
        f"industry: {s.industry}\nowner: {s.owner}\nstage: {STAGES[s.stage]}\n"
        f"rigour: {'full' if s.full else 'light'}\nlate_entry: {'true' if s.flavour == 'late' else 'false'}\n"
        f"{_result(s)}amount: {10_000 * s.dice.between(8, 900)}{s.comment()}\ncurrency: CNY\n{_close(s)}"
        f"team:\n  - {{id: {s.owner}, name: {ours}, part: lead, level: seller}}\n"
        f"  - {{id: {helper}, name: {OUR_NAMES[helper][s.chinese]}, part: presales, level: seller}}\n"
        f"  - {{id: {boss}, name: {OUR_NAMES[boss][s.chinese]}, level: manager}}{s.comment()}\n"
    )


def _result(s: Story) -> str:
    if not (2 <= s.stage <= 5 and s.dice.chance(LOST)):
        return "result: open\n"
    ended = s.dice.pick(("lost", "suspended"))
    return f"result: {ended}\nresult_reason: {s.words.fixed['lost']}\nresult_date: {iso(s.day(s.stage))}\n"


def _close(s: Story) -> str:
    if s.stage > 6:
        return ""
    return f"close_date: {iso(TODAY.toordinal() + s.dice.between(20, 150))}{s.comment()}\n"


def tail(s: Story) -> str:
    """Evidence, activities, history, waivers; the worksheets have gathered the evidence by then."""
    evidence = "evidence:\n" + "".join(s.evidence) if s.evidence else "evidence: []\n"
    return f"{evidence}\n{_activities(s)}\n{_history(s)}\n{_waivers(s)}"


def _activities(s: Story) -> str:
    days = s.visits | ({s.day(0), s.day(s.stage)} if s.stage < 2 else {s.day(s.stage)})
    done = "".join(_visit(s, day) for day in sorted(days))
    return f"activities:\n{done}{_planned(s) if s.stage < 2 or s.dice.chance(30) else ''}"


def _visit(s: Story, day: int) -> str:
    met = [p.id for p in s.people[: s.dice.between(1, 2)]]
    comment = f"  # {s.dice.pick(s.words.comments)}\n" if s.dice.chance(15) else ""
    return (
        f"{comment}{_when(day, 'done')}    minutes: {s.dice.pick((30, 45, 60, 90))}\n"
        f"    place: {s.words.fixed['at']}\n    people: [{', '.join(met)}]\n    team: [{s.owner}]\n"
        f"    objective: {s.say(s.words.fixed['objective'])}\n{_summary(s)}"
    )


def _when(day: int, state: str) -> str:
    return f'  - id: {visit(day)}\n    kind: visit\n    state: {state}\n    date: {iso(day)}\n    time: "14:00"\n'


def _summary(s: Story) -> str:
    """A block of lines, kept as they are; late in a deal nobody writes so much."""
    if s.stage > 2 and s.dice.chance(75):
        return ""
    text = s.dice.pick(s.words.summaries)
    stop = "。" if s.chinese else ". "
    return "    summary: |\n      " + text.replace(stop, stop.strip() + "\n      ").rstrip() + "\n"


def _planned(s: Story) -> str:
    day = TODAY.toordinal() + s.dice.between(2, 12)
    first, fixed = s.people[INITIATOR].id, s.words.fixed
    return (
        f"{_when(day, 'planned')}    minutes: 45\n    place: {fixed['at']}\n"
        f"    people: [{first}]\n    team: [{s.owner}]\n"
        f"    objective: {s.say(fixed['objective'])}\n    reason: {s.say(fixed['why'])}\n    commitments:\n"
        f"      - id: best\n        person: {first}\n        action: {s.say(fixed['action'], 10)}\n"
        f"        moves: {_aim(s)}\n        costs: effort\n        by: {iso(day + s.dice.between(3, 14))}\n"
        f"    stop_if: {s.say(fixed['stop'])}\n"
    )


AIMS = (
    "consent", "opened-up", "raises-it", "approved", "list-in-hand", "shortlist-known", "signed", "acceptance",
    "all-received",
)  # fmt: skip
"""The criterion that a visit of each stage would move."""


def _aim(s: Story) -> str:
    return f"{STAGES[s.stage]}/{AIMS[s.stage]}"


def _history(s: Story) -> str:
    if not s.stage:
        return "stage_history: []\n"
    return "stage_history:\n" + "".join(_passed(s, n) for n in range(s.stage))


def _passed(s: Story, n: int) -> str:
    """A stage that was left: on one line, or with the reason below."""
    entered, left = iso(s.entered[n]), iso(s.left(n))
    if s.stage > 3 and n > 0:
        return f"  - {{stage: {STAGES[n]}, entered: {entered}, left: {left}, by: {s.owner}}}\n"
    return (
        f"  - stage: {STAGES[n]}\n    entered: {entered}\n    left: {left}\n    by: {s.owner}\n"
        f"    reason: {s.say(s.dice.pick(s.words.reasons))}\n"
    )


def _waivers(s: Story) -> str:
    if not s.waives:
        return "waivers: []\n"
    until = iso(TODAY.toordinal() + s.dice.between(7, 30))
    return (
        f"waivers:\n  - for: {s.waives}\n    reason: {s.say(s.words.fixed['waiver'])}\n"
        f"    by: {s.dice.pick(APPROVERS)}\n    until: {until}\n"
    )
