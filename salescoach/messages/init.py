"""A team's repo: what `init` says, and the comments in the files that it writes."""

TEXTS = {
    "all-deals": {
        "en": "Every deal, before a push: what only shows across deals, too.",
        "zh": "推送前检查全部商机，包括跨商机才看得出的问题。",
    },
    "all-there": {
        "en": "Everything is there already: nothing was written.",
        "zh": "都已就绪，没有写入任何内容。",
    },
    "approvers": {
        "en": "Who may let a deal pass a criterion unmet: ids or names, as 'by' of a waiver has them.\n"
        "While nobody is named here, no waiver holds.",
        "zh": "谁有权批准豁免：ID 或姓名，与豁免记录 by 的写法一致。\n这里一个都不写，豁免一律无效。",
    },
    "by-hand": {
        "en": "{path} was kept: it is no plain JSON, so nothing can be added without harm. Add this by hand:",
        "zh": "{path} 已保留：它不是标准 JSON，自动添加会损坏内容。请手工加入：",
    },
    "cache": {
        "en": "What was found in deals that did not change since; it can be lost at any time. What a pull request\n"
        "leaves here, no other run reads.",
        "zh": "没有改动的商机，沿用上次的结果；随时可以丢弃。拉取请求留下的缓存，别的运行读不到。",
    },
    "cache-gitlab": {
        "en": "What was found in deals that did not change since; it can be lost at any time. GitLab keeps the cache of\n"
        "protected branches apart: leave 'Use separate caches for protected branches' on.",
        "zh": "没有改动的商机，沿用上次的结果；随时可以丢弃。GitLab 把受保护分支的缓存单独存放：\n"
        "请保持“Use separate caches for protected branches”开启。",
    },
    "company": {"en": "What customers call us.", "zh": "客户怎么称呼我们。"},
    "currency": {"en": "What our amounts are in: three letters.", "zh": "金额用什么货币：三个字母。"},
    "default-branch": {
        "en": "On the default branch: every deal.",
        "zh": "默认分支：检查全部商机。",
    },
    "differs": {
        "en": "{path} is there and differs from what would be written:",
        "zh": "{path} 已存在，与要写入的内容不同：",
    },
    "example": {"en": "harbour", "zh": "港湾"},
    "history": {
        "en": "The whole history: what a branch changed is counted from where it began.",
        "zh": "取完整历史：分支改了什么，要从分叉处算起。",
    },
    "hooks": {
        "en": "Where salescoach comes from, and which version: the same as in the CI files.",
        "zh": "salescoach 的来源和版本：与 CI 文件中的一致。",
    },
    "kept": {
        "en": "Kept as they are: {count}. --force makes the changes shown above.",
        "zh": "原样保留 {count} 个文件。加 --force 则按上面所示修改。",
    },
    "language": {
        "en": "The language you work in: en, zh or zh-Hant.",
        "zh": "工作语言：en、zh 或 zh-Hant。",
    },
    "longest-waiver": {
        "en": "For how many days a waiver may be given at most.",
        "zh": "豁免最长可给多少天。",
    },
    "merge-request": {
        "en": "A merge request: the deals that it changes. The report shows in the merge request, the log has the rest.",
        "zh": "合并请求：只检查改动的商机。报告显示在合并请求里，详情见日志。",
    },
    "more-lines": {"en": "… and {count} lines more.", "zh": "……另有 {count} 行。"},
    "nested": {
        "en": "The git repository begins above, at {top}: GitHub, GitLab and pre-commit read their files only there. "
        "Run init there, or move them.",
        "zh": "git 仓库的顶层在上面的 {top}：GitHub、GitLab 和 pre-commit 只读取那里的文件。请在那里运行 init，或把"
        "这些文件移过去。",
    },
    "next": {"en": "Next:", "zh": "下一步："},
    "no-source": {
        "en": "CI does not know yet where to install salescoach from: it is on no package index, and this one came "
        "from a place that only this computer can reach. Push your clone of it to your git host, then run: {command}",
        "zh": "CI 还不知道从哪里安装 salescoach：它没有发布到软件包索引，而本机这份来自只有这台电脑能访问的位置。"
        "请把它的克隆推送到你们的 git 服务器，再运行：{command}",
    },
    "one-deal": {
        "en": "The deals in a commit.",
        "zh": "提交中的商机。",
    },
    "own": {
        "en": "{path} holds your team's settings: init never changes it.",
        "zh": "{path} 是贵团队的设置：init 从不改动它。",
    },
    "pre-commit": {
        "en": "Checks deals before they are committed and pushed. Once in every clone:\n"
        "pip install pre-commit && pre-commit install",
        "zh": "提交和推送之前检查商机。每个克隆里先运行一次：\npip install pre-commit && pre-commit install",
    },
    "private": {
        "en": "Private notes on people stay with whoever wrote them.",
        "zh": "关于人的私密记录只留在本人电脑上。",
    },
    "pull-request": {
        "en": "A pull request: the deals that it changes, each finding at its line.",
        "zh": "拉取请求：只检查改动的商机，逐条标在所在行。",
    },
    "push": {
        "en": "Otherwise: every deal.",
        "zh": "其他情况：检查全部商机。",
    },
    "replace": {"en": "Make this change to {path}?", "zh": "要这样修改 {path} 吗？"},
    "rivals": {
        "en": "Names of rivals: no page for a customer may hold one.",
        "zh": "对手名称：给客户的页面上绝不出现。",
    },
    "sarif": {
        "en": "Findings under Security, Code scanning: take the '#' away, and add 'security-events: write' to the\n"
        "permissions above.",
        "zh": "要在 Security 的 Code scanning 中显示结果：去掉下面的 #，并在上面的 permissions 中加\nsecurity-events: write。",
    },
    "schedule": {
        "en": "Once a week: waivers end and stages age without a push.",
        "zh": "每周一次：豁免会到期，阶段会超时，不一定有人推送。",
    },
    "settings": {
        "en": "The team's settings. What is left out has its default.",
        "zh": "团队设置。不写的用默认值。",
    },
    "source": {
        "en": "What pip installs: salescoach==VERSION from your package index, or git+https://HOST/PATH@VERSION.",
        "zh": "用 pip 安装什么：软件包索引里的 salescoach==版本，或 git+https://主机/路径@版本。",
    },
    "state": {
        "en": "What belongs to one computer: answers on their way, locks, caches.",
        "zh": "只属于本机的：待写入的回答、锁、缓存。",
    },
    "summary": {
        "en": "The same as a table on the run's page; whether the run fails is settled by the step before.",
        "zh": "再以表格显示在运行页面上；是否失败由上一步决定。",
    },
    "workflow": {
        "en": "Checks the stage gates of every deal. Written by salescoach init; change it as you like.",
        "zh": "检查每个商机的阶段关口。由 salescoach init 生成，可以随意修改。",
    },
}
