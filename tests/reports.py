"""Reports as `check` hands them to a format: a small one as teams know them, one of hostile names, one that is long."""

from collections.abc import Iterator
from functools import cache

from conftest import TESTS, read_yaml

from salescoach import formats
from salescoach.messages import speaker
from salescoach.report import Checked, Criterion, Report, Rule, Told

HOSTILE = (
    "海川 | 宁川",
    "::error file=x::gotcha",
    "a\n::warning::b\r\n##[error]c ##vso[task.complete]d",
    "\x1b[31mred\x9b2J\x00\x85\u202egnp\u2066\ufeff\ufffe\udcff",
    "]]><failure/>&amp;<script>alert(1)</script>",
    "100% of a:b,c %0A %3A",
    "# `code` **bold** [link](javascript:x) ![i](http://x.example/i) | cell \\| --- @octocat ~~x~~ {0} {{1}}",
    "שלום ערך",
    "👩\u200d🚀 \U0001f409" + "長" * 50,
    "\"quoted\" 'single' \\ ${{ secrets.X }} $(id) `id`",
    "",
)


@cache
def hostile_texts() -> tuple[str, ...]:
    """These, and what all outputs of the tool are tried with."""
    return (*HOSTILE, *(entry["text"] for entry in read_yaml(TESTS / "hostile.yaml")["texts"]))


def small(language: str) -> Report:
    """Two deals and a settings file; one deal passes."""
    zh = language == "zh"

    def pick(en: str, chinese: str) -> str:
        return chinese if zh else en

    recap = Rule(
        "step2_need/recap",
        pick("The customer has confirmed the recap of the need", "客户确认了需求纪要"),
        pick("What only we wrote down is our opinion of the need.", "只有我们写下的需求，只是我们的看法。"),
        pick("Send the recap and ask: 'What did I get wrong?'", "发出纪要，并问：“我哪里写得不对？”"),
    )
    budget = Rule("step3_project/budget", pick("The budget is named", "预算已经明确"))
    sponsor = Rule("step3_project/sponsor", pick("A sponsor speaks for the project", "有支持者为项目说话"))
    waived = Rule("step2_need/three_pains", pick("Three pains are admitted", "客户承认三个痛点"))
    key = Rule("unknown-key", pick("A key that the playbook does not know", "销售手册里没有的键"))
    late = Rule("waiver-expired", pick("A waiver has run out", "豁免已过期"))
    path = "deals/haichuan-charging/deal.yaml"
    findings = (
        Told(
            path, 12, 3, recap.id, "error",
            pick("'stage' claims the project stage, but the recap of the need is confirmed by nobody at the customer.",
                 "“stage”写的是立项阶段，但客户方没有人确认过需求纪要。"),
            recap.why, recap.todo, "recap:haichuan-charging",
        ),
        Told(
            path, 31, 5, key.id, "warning",
            pick("unknown key 'quantifed'. Did you mean 'quantified'?", "未知的键“quantifed”。是不是“quantified”？"),
            mark="unknown-key:quantifed",
        ),
        Told(
            path, 2, 8, budget.id, "note",
            pick("the budget is not named yet.", "预算还没有明确。"),
            todo=pick("Ask: 'Which budget would this come from?'", "问：“这笔钱从哪项预算出？”"), mark="budget",
        ),
    )  # fmt: skip
    haichuan = Checked(
        path,
        pick("Haichuan Telecom · Charging stations", "海川通信 · 充电站"),
        pick("Project", "立项"),
        (
            Criterion(recap.id, recap.title, "missing"),
            Criterion(waived.id, waived.title, "waived"),
            Criterion("step2_need/scale", pick("The need has a scale", "需求有规模"), "spare"),
            Criterion(budget.id, budget.title, "open"),
            Criterion(sponsor.id, sponsor.title, "holds"),
        ),
        findings,
        "error",
    )
    ningchuan = Checked(
        "deals/ningchuan/deal.yaml",
        pick("Ningchuan Port · Cranes", "宁川港 · 岸桥"),
        pick("Need", "需求"),
        (Criterion("step1_contact/met", pick("We have met", "见过面"), "holds"),),
    )
    settings = Told(
        "salescoach.yaml", 0, 0, "no-approvers", "warning",
        pick("nobody may approve waivers.", "没有人可以批准豁免。"),
        todo=pick("Name people under 'approvers'.", "请在 approvers 下写明人员。"), mark="no-approvers",
    )  # fmt: skip
    approvers = Rule("no-approvers", pick("Nobody may approve waivers", "没有人可以批准豁免"))
    rules = {r.id: r for r in (recap, budget, sponsor, waived, key, late, approvers)}
    counts = {"error": 1, "warning": 2, "note": 1}
    return Report((d for d in (haichuan, ningchuan)), (settings,), rules, counts, 2, 2, 3)


def hostile() -> Report:
    """Every text, path and rule holds something that another syntax would take for its own."""
    findings = [
        Told(f"deals/{text}/deal.yaml", n, n, f"stage/{text}", "error", text, text, text, text)
        for n, text in enumerate(hostile_texts())
    ]
    deals = tuple(
        Checked(
            told.path, told.what, told.what,
            (Criterion(told.rule, told.what, "missing"), Criterion(f"s/{told.what}", told.what, "open")),
            (told, told._replace(rule="other", path="deals/other %?#[x].yaml", level="note")), "error",
        )
        for told in findings
    )  # fmt: skip
    rules = {told.rule: Rule(told.rule, told.what, told.what, told.what) for told in findings}
    rules["other"] = Rule("other", "Other")
    counts = {"error": len(findings), "note": len(findings), "warning": len(findings)}
    elsewhere = tuple(told._replace(rule="other", level="warning") for told in findings)
    return Report(iter(deals), elsewhere, rules, counts, len(deals), 0, len(deals))


def long(deals: int = 1_000, each: int = 5, left_out: int = 0, **levels: int) -> Report:
    """Many deals; every finding is an error unless `levels` says how many of each level a deal has."""
    levels = levels or {"error": each}

    def walked() -> Iterator[Checked]:
        for n in range(deals):
            path = f"deals/deal-{n:06}/deal.yaml"
            words = f"Deal {n} 商机 lacks what its stage claims."
            told = tuple(
                Told(path, at + 1, 1, f"stage/{level}", level, words, words, words, f"{n}:{level}:{at}")
                for level, count in levels.items()
                for at in range(count)
            )
            yield Checked(
                path, f"Deal {n}", "Need", (Criterion("stage/x", "X", "holds"),), told, told[0].level
            )

    rules = {f"stage/{level}": Rule(f"stage/{level}", f"Rule of {level}s") for level in levels}
    counts = {level: deals * count for level, count in levels.items()}
    counts["error"] = counts.get("error", 0) + left_out
    return Report(walked(), (), rules, counts, deals, deals, deals, left_out)


def rendered(name: str, report: Report, language: str = "en", width: int = 80) -> str:
    """A report in a format, put together."""
    pieces = list(formats.named(name).render(report, speaker(language), width))
    assert all(piece.endswith("\n") for piece in pieces), "pieces are whole lines"
    return "".join(pieces)
