"""Help texts and what is wrong with a command line."""

TEXTS = {
    "advance": {
        "en": "Move a deal to the next stage if its exit holds, or with a waiver; back with a reason.\n\nExamples: salescoach advance haichuan; salescoach advance haichuan --waive step2_need/recap --reason 'Shen is abroad until May' --until 2027-05-31 --by ruth; salescoach advance haichuan --to step1_trust --reason 'new decision maker'",
        "zh": "出口条件满足（或有豁免）时把商机推进到下一阶段；退回要写原因。\n\n示例：salescoach advance haichuan；salescoach advance haichuan --waive step2_need/recap --reason 沈宇出差到五月 --until 2027-05-31 --by ruth；salescoach advance haichuan --to step1_trust --reason 换了决策人",
    },
    "advance-by": {
        "en": "Who waives: one of the approvers in salescoach.yaml; without --waive, who moves the deal (its owner when left out).",
        "zh": "谁批准豁免：salescoach.yaml 里 approvers 之一；不与 --waive 同用时，谁改的阶段（不写则为负责人）。",
    },
    "advance-reason": {
        "en": "Why it may be passed; without --waive, why the deal moves.",
        "zh": "为什么可以放行；不与 --waive 同用时，为什么改阶段。",
    },
    "advance-to": {
        "en": "The stage to move to, the next one when left out; an earlier one is moving back.",
        "zh": "要到的阶段，不写则为下一阶段；写之前的阶段就是退回。",
    },
    "advance-until": {
        "en": "The last day of the waiver.",
        "zh": "豁免的最后一天。",
    },
    "advance-waive": {
        "en": "An exit criterion that may be passed unmet, for example step2_need/recap; can be given several times.",
        "zh": "允许不满足也通过的出口条件，例如 step2_need/recap；可以写多次。",
    },
    "all": {"en": "Ask everything of this stage that is missing.", "zh": "把本阶段还缺的都问一遍。"},
    "answers": {
        "en": "Take answers from a partial deal in YAML; - reads standard input.",
        "zh": "从一份局部商机 YAML 读取回答；- 表示标准输入。",
    },
    "audience": {
        "en": "Whom it is for: team, or customer (a page that is safe to send).",
        "zh": "给谁看：team，或 customer（可以发给客户的一页）。",
    },
    "bad-value": {"en": "'{name}' has a value that does not fit.", "zh": "“{name}”的值不合适。"},
    "changed": {
        "en": "only deals changed since a git ref, for example origin/main",
        "zh": "只查某个 git 引用之后改过的商机，例如 origin/main",
    },
    "check": {
        "en": "Check every gate of every deal.\n\nExamples: salescoach check · salescoach check deals/haichuan · salescoach check --changed origin/main --format github",
        "zh": "检查每个商机的每道关口。\n\n例如：salescoach check · salescoach check deals/海川 · salescoach check --changed origin/main --format github",
    },
    "check-format": {
        "en": "How to print the findings: {names}.",
        "zh": "结果的格式：{names}。",
    },
    "check-output": {
        "en": "write it to this file",
        "zh": "写到这个文件",
    },
    "check-paths": {
        "en": "a deal.yaml, a deal's folder or id, a folder of deals; all deals if left out",
        "zh": "deal.yaml、商机文件夹或其名称、放商机的文件夹；不写则查全部",
    },
    "completion-installed": {
        "en": "Written to {path}. Open a new shell, then press Tab after: salescoach prep",
        "zh": "已写入 {path}。打开新的终端后，输入 salescoach prep 再按 Tab 即可。",
    },
    "customer": {"en": "The customer's name.", "zh": "客户名称。"},
    "deal": {
        "en": "The deal's id: the name of its folder under deals/.",
        "zh": "商机 ID：deals/ 下的文件夹名。",
    },
    "demo": {
        "en": "See it at work: a real preparation, end to end.\n\nExamples: salescoach demo; salescoach demo --dir /tmp/try --lang zh",
        "zh": "先看一遍：从头到尾完整准备一次拜访。\n\n示例：salescoach demo；salescoach demo --dir /tmp/try --lang zh",
    },
    "did-you-mean": {"en": " Did you mean {names}?", "zh": " 是不是 {names}？"},
    "dir": {"en": "Where to put the demo's files.", "zh": "演示文件放在哪里。"},
    "drill": {
        "en": "Role-play drills: a buyer that reacts, a score that shows its reasons.\n\nExamples: salescoach drill list; salescoach drill play two-blues",
        "zh": "角色扮演演练：客户会反应，评分讲得清。\n\n示例：salescoach drill list；salescoach drill play two-blues",
    },
    "drill-again": {
        "en": "Begin anew, and forget the run that waits",
        "zh": "重新开始，不接着上次的演练",
    },
    "drill-cases": {
        "en": "How many cases are played; by default as many as let everybody play every role",
        "zh": "演几个案例；默认演到每个人轮完所有角色",
    },
    "drill-certificate": {
        "en": 'Write a certificate of what somebody passed, from exports or from this computer\'s history; or check one.\n\nExamples: salescoach drill certificate lin.json; salescoach drill certificate --name "Lin Qing"; salescoach drill certificate lin.json --check lin.md',
        "zh": "出具通过证书，依据导出文件或本机的历史；也可核对证书。\n\n示例：salescoach drill certificate lin.json；salescoach drill certificate --name 林青；salescoach drill certificate lin.json --check lin.md",
    },
    "drill-certificate-check": {
        "en": "Check this certificate against the exports, or this computer's history",
        "zh": "用导出文件或本机历史核对这份证书",
    },
    "drill-certificate-scenario": {
        "en": "For this scenario alone",
        "zh": "只针对这个情景",
    },
    "drill-class": {
        "en": "How many there are, 3 to 40: they get numbers",
        "zh": "班级人数，3到40人，用编号代替姓名",
    },
    "drill-compare": {
        "en": "Put counts side by side, with the drift of each behaviour: FILES, and --transcript or --run",
        "zh": "对照多份计数，列出每种行为的差异：给出文件，也可加 --transcript 或 --run",
    },
    "drill-correct": {
        "en": 'Correct what a line was heard as, for everybody who drills in this folder: it is kept in corrections.yaml.\n\nExamples: salescoach drill correct "what does that cost you" --type I; salescoach drill correct --line 14 --type I; salescoach drill correct --transcript talk.md --line 14 --type P',
        "zh": '更正一句话的识别结果，对在此文件夹里演练的所有人生效；保存在 corrections.yaml。\n\n示例：salescoach drill correct "这样一年要多花多少钱" --type I；salescoach drill correct --line 14 --type I；salescoach drill correct --transcript talk.md --line 14 --type P',
    },
    "drill-correct-attempt": {
        "en": "The scenario of the attempt; without it the last one on this computer",
        "zh": "哪个情景的演练；不写则为本机最近一次",
    },
    "drill-correct-fact": {
        "en": "The hidden fact that the line is after in --scenario, such as pains/damp/symptom",
        "zh": "这句话在 --scenario 中问的隐藏事实，如 pains/damp/symptom",
    },
    "drill-correct-line": {
        "en": "What was said",
        "zh": "原话",
    },
    "drill-correct-number": {
        "en": "The line's number on the score sheet, or in the file of --transcript",
        "zh": "评分表上的第几句，或 --transcript 文件里的第几行",
    },
    "drill-correct-scenario": {
        "en": "The scenario of --fact",
        "zh": "--fact 所属的情景",
    },
    "drill-correct-transcript": {
        "en": "A file of lines 'Name: text'",
        "zh": "“姓名：内容”格式的对话文件",
    },
    "drill-correct-type": {
        "en": "What it is: S, P, I, N, summary, feature, commitment, small_talk or other",
        "zh": "应属的类型：S、P、I、N、summary、feature、commitment、small_talk、other",
    },
    "drill-counts": {
        "en": "Count live, one key for each behaviour beside a running clock",
        "zh": "现场计数：带计时，每种行为一个键",
    },
    "drill-done": {
        "en": "Record that this step is done",
        "zh": "记录这一步已完成",
    },
    "drill-done-by": {
        "en": "Who says so",
        "zh": "由谁确认",
    },
    "drill-done-on": {
        "en": "On which day (YYYY-MM-DD); today if left out",
        "zh": "哪天完成（YYYY-MM-DD）；不写就是今天",
    },
    "drill-exam": {
        "en": "No hints, no way back, the same for everybody",
        "zh": "没有提示，不能收回，人人一样",
    },
    "drill-exam-command": {
        "en": "An exam: the same questions for a whole class by its seed, timed, with a pass mark; reasons after the end. Exit code 1 below the mark.\n\nExamples: salescoach drill exam --seed 7 --name Lin; salescoach drill exam --seed 7 --paper exam.md",
        "zh": "考试：同一随机种子，全班同题，限时，有及格线，交卷后逐题讲解。不及格时退出码为1。\n\n示例：salescoach drill exam --seed 7 --name 林青；salescoach drill exam --seed 7 --paper exam.md",
    },
    "drill-export": {
        "en": "Write the history to this file, to hand in; nothing leaves this computer otherwise",
        "zh": "把历史写进这个文件，用于上交；除此之外不离开本机",
    },
    "drill-exports": {
        "en": "Files that reps wrote with 'drill history --export'",
        "zh": "各人用 drill history --export 写出的文件",
    },
    "drill-files": {
        "en": "Files of counts to compare",
        "zh": "要对照的计数文件",
    },
    "drill-form": {
        "en": "An empty file of counts to fill in",
        "zh": "输出一份空白计数文件",
    },
    "drill-format": {
        "en": "markdown or html (one page that prints)",
        "zh": "markdown 或 html（一个可直接打印的网页）",
    },
    "drill-from": {
        "en": "Take the counts from a YAML file ('-': stdin)",
        "zh": "从 YAML 文件读取计数（- 为标准输入）",
    },
    "drill-groups": {
        "en": "Who sits with whom; the same seed gives the same groups",
        "zh": "怎么分组；种子相同，分组就相同",
    },
    "drill-hear": {
        "en": 'How a line is heard: which type, how sure, by which words; with --scenario which hidden fact it is after, by what, and whether its type reaches it.\n\nExamples: salescoach drill hear "what does that cost you"; salescoach drill hear "what happened to the colours" --scenario two-blues',
        "zh": '一句话会被听成什么：类型、把握、依据的词；加 --scenario 还会说它问的是哪个隐藏事实、凭什么、这个类型问不问得到。\n\n示例：salescoach drill hear "这样一年要多花多少钱"；salescoach drill hear "颜色出过什么问题" --scenario two-blues',
    },
    "drill-hear-scenario": {
        "en": "The scenario in which the line is said: its id, or a YAML file",
        "zh": "在哪个情景里说这句话：编号，或一个 YAML 文件",
    },
    "drill-history": {
        "en": "What you played, and how each behaviour gets on. It stays on this computer.",
        "zh": "看演练记录和各项行为的趋势。记录只留在本机。",
    },
    "drill-kit": {
        "en": "Print role cards, observer sheet and debrief sheet for people in a room; with a class also who plays what when.\n\nExamples: salescoach drill kit two-blues -o kit/; salescoach drill kit two-blues night-alarms three-plans --class 12 --format html -o kit.html",
        "zh": "打印多人现场演练的材料：角色卡、观察表、复盘表；给出班级时还排好轮换日程。\n\n示例：salescoach drill kit two-blues -o kit/；salescoach drill kit two-blues night-alarms three-plans --class 12 --format html -o kit.html",
    },
    "drill-kit-output": {
        "en": "A file with everything, or a folder with a file for each card ('-': stdout)",
        "zh": "写到一个文件，或一个文件夹（每种卡一个文件）；- 为标准输出",
    },
    "drill-later": {
        "en": "Enter the counts afterwards, one by one",
        "zh": "事后逐项录入计数",
    },
    "drill-leader-board": {
        "en": "Rank the reps; otherwise they stand by name",
        "zh": "按成绩排名；不加则按姓名排列",
    },
    "drill-level": {
        "en": "How hard: easy, medium, hard",
        "zh": "难度：easy、medium、hard",
    },
    "drill-limit": {
        "en": "End the run after so many minutes on the wall; the talk's own clock follows from what is said",
        "zh": "实际时间到了几分钟就结束；谈话自己的时钟按说了多少话来走",
    },
    "drill-lines": {
        "en": "Play the lines of a file ('-': stdin) instead of asking",
        "zh": "不提问，直接用文件中的话（- 为标准输入）",
    },
    "drill-lint": {
        "en": "Check scenarios, rubrics and ways of talking: every mistake, with file, line, cause and cure.\n\nExamples: salescoach drill lint; salescoach drill lint two-blues; salescoach drill lint playbooks/ours --fail-on warning",
        "zh": "检查情景、评分表和客户的说话方式：每个错误都给出文件、行号、原因和改法。\n\n示例：salescoach drill lint；salescoach drill lint two-blues；salescoach drill lint playbooks/ours --fail-on warning",
    },
    "drill-list": {
        "en": "List the scenarios.",
        "zh": "列出演练情景。",
    },
    "drill-more": {
        "en": "More scenarios, one for each further case",
        "zh": "更多情景，每个案例一个",
    },
    "drill-my": {
        "en": "Rehearse the next visit of a deal: what nobody knows yet becomes what the buyer hides. Nothing of it goes into the deal.\n\nExamples: salescoach drill my haichuan-charging; salescoach drill my haichuan-charging --level hard --save rehearsal.yaml",
        "zh": "演练一笔商机的下一次拜访：还不知道的，变成客户藏着的。演练内容不会写进商机。\n\n示例：salescoach drill my haichuan-charging；salescoach drill my haichuan-charging --level hard --save rehearsal.yaml",
    },
    "drill-my-seed": {
        "en": "What is invented and which wordings are picked; the same seed and day give the same talk",
        "zh": "虚构什么内容、用哪种说法；种子和日期相同，对话就相同",
    },
    "drill-name": {
        "en": "Whose it is",
        "zh": "姓名",
    },
    "drill-names": {
        "en": "A file with their names, one a line",
        "zh": "姓名文件，一行一个",
    },
    "drill-observer": {
        "en": "Who counts",
        "zh": "谁在计数",
    },
    "drill-output": {
        "en": "Where the score sheet goes ('-': stdout)",
        "zh": "评分表写到哪里（- 为标准输出）",
    },
    "drill-paths": {
        "en": "Scenarios by their id, YAML files, or folders; all when left out",
        "zh": "情景编号、YAML 文件或文件夹；不写则检查全部",
    },
    "drill-play": {
        "en": "Play a scenario: type what you would say, and the buyer answers.\n\nExamples: salescoach drill play two-blues; salescoach drill play two-blues --exam",
        "zh": "演练一个情景：输入您会说的话，客户来回答。\n\n示例：salescoach drill play two-blues；salescoach drill play two-blues --exam",
    },
    "drill-players": {
        "en": "Their names, with commas between them",
        "zh": "学员姓名，用逗号隔开",
    },
    "drill-quiz": {
        "en": "Cards made from the playbook: right or wrong at once, with the reason; each comes again just before you would forget it.\n\nExamples: salescoach drill quiz; salescoach drill quiz --kind traps --count 5; salescoach drill quiz --stats",
        "zh": "用打法本身做成的卡片：当场告诉您对错和理由，快忘时再出现。\n\n示例：salescoach drill quiz；salescoach drill quiz --kind traps --count 5；salescoach drill quiz --stats",
    },
    "drill-results": {
        "en": "Merge the histories that a class handed in into one table.\n\nExamples: salescoach drill results class/*.json; salescoach drill results class/*.json --format csv -o class.csv",
        "zh": "把全班交来的历史合并成一张表。\n\n示例：salescoach drill results class/*.json；salescoach drill results class/*.json --format csv -o class.csv",
    },
    "drill-results-format": {
        "en": "table, json, csv or markdown",
        "zh": "table、json、csv 或 markdown",
    },
    "drill-results-output": {
        "en": "Where it goes ('-': stdout)",
        "zh": "写到哪里（- 为标准输出）",
    },
    "drill-rubric": {
        "en": "By which rubric, where it is not the scenario's",
        "zh": "按哪份评分标准（默认用情景自带的）",
    },
    "drill-run": {
        "en": "A played run of the history to compare with: 1 is the last one",
        "zh": "与历史中的演练对照：1为最近一次",
    },
    "drill-save": {
        "en": "Write the scenario to this YAML file instead of playing it",
        "zh": "不演练，把情景写进这个 YAML 文件",
    },
    "drill-save-counts": {
        "en": "Where the counts go",
        "zh": "计数存到哪里",
    },
    "drill-scenario": {
        "en": "The scenario's id, or a YAML file",
        "zh": "情景的编号，或一个 YAML 文件",
    },
    "drill-score": {
        "en": "Score a talk: by an observer who counts, by the tool from a transcript, or both side by side.\n\nExamples: salescoach drill score two-blues --counts --observer Chen --seller Lin; salescoach drill score two-blues --compare chen.yaml wu.yaml; salescoach drill score --transcript talk.md --seller Lin",
        "zh": "给一场对话评分：由观察者计数，或由工具分析文字稿，也可以两者对照。\n\n示例：salescoach drill score two-blues --counts --observer 陈 --seller 林；salescoach drill score two-blues --compare chen.yaml wu.yaml；salescoach drill score --transcript talk.md --seller 林青",
    },
    "drill-seed": {
        "en": "Which of the buyer's wordings are picked; the same seed gives the same talk",
        "zh": "客户用哪种说法；种子相同，对话就相同",
    },
    "drill-seller": {
        "en": "Who of them sells",
        "zh": "其中谁是销售",
    },
    "drill-start": {
        "en": "When the first case begins",
        "zh": "第一个案例几点开始",
    },
    "drill-training": {
        "en": "The steps of the training: what is done, what may start, what is due.\n\nExamples: salescoach drill training; salescoach drill training --done prestudy --on 2026-11-16; salescoach drill training class/*.json",
        "zh": "训练的各步：哪些已完成、哪些可以开始、哪些到期。\n\n示例：salescoach drill training；salescoach drill training --done prestudy --on 2026-11-16；salescoach drill training class/*.json",
    },
    "drill-training-files": {
        "en": "Exports of a class; without them this computer's history counts",
        "zh": "全班的导出文件；不写则按本机历史",
    },
    "drill-training-name": {
        "en": "Whose plan; without it that of whoever works here",
        "zh": "谁的计划；不写就是本机使用者的",
    },
    "drill-transcript": {
        "en": "The file with the talk, Markdown or plain ('-': stdin)",
        "zh": "对话文件，Markdown 或纯文本（- 为标准输入）",
    },
    "dry-run": {
        "en": "Show the changes to the deal as a diff and write nothing.",
        "zh": "只显示对商机文件的改动，不写入。",
    },
    "everywhere": {
        "en": "With every command: --root DIR, --playbooks DIR, --lang en|zh, --today YYYY-MM-DD, --no-input, --debug. Once, for your shell: --install-completion [bash|zsh|fish], or --show-completion. Environment: SALESCOACH_ROOT, SALESCOACH_LANG, SALESCOACH_TODAY, NO_COLOR.",
        "zh": "每个命令都可用：--root 目录、--playbooks 目录、--lang en|zh、--today 日期、--no-input、--debug。终端自动补全（运行一次）：--install-completion [bash|zsh|fish]，或 --show-completion 只显示。环境变量：SALESCOACH_ROOT、SALESCOACH_LANG、SALESCOACH_TODAY、NO_COLOR。",
    },
    "exam-answers": {
        "en": "Mark answers given on paper: a file ('-': stdin), one a line in the order of the questions",
        "zh": "批改纸面答案：文件（- 为标准输入），按题目顺序每行一个",
    },
    "exam-count": {
        "en": "How many questions",
        "zh": "几道题",
    },
    "exam-minutes": {
        "en": "How long it may take",
        "zh": "限时几分钟",
    },
    "exam-name": {
        "en": "Who sits it, for the result",
        "zh": "考生姓名，写进成绩单",
    },
    "exam-output": {
        "en": "Where the result goes ('-': stdout)",
        "zh": "成绩单写到哪里（- 为标准输出）",
    },
    "exam-paper": {
        "en": "Print the exam into this file and the answer key beside it ('-': both to stdout)",
        "zh": "把试卷写到这个文件，答案写在旁边（- 为都输出到标准输出）",
    },
    "exam-pass": {
        "en": "Per cent to pass",
        "zh": "及格百分比",
    },
    "exam-seed": {
        "en": "Which questions, which numbers; everybody with the same seed has the same (default: that of the day)",
        "zh": "决定题目和数字；种子相同，题目相同（默认按日期）",
    },
    "explain": {
        "en": "explain a rule, for example step2_need/recap",
        "zh": "解释一条规则，例如 step2_need/recap",
    },
    "extra-argument": {"en": "'{name}' is one word too many.", "zh": "多出了“{name}”。"},
    "fail-on": {
        "en": "The lowest level that makes the exit code 1: error, warning, note.",
        "zh": "从哪一级起退出码为 1：error、warning、note。",
    },
    "fmt": {"en": "How to print findings: text or json.", "zh": "结果的格式：text 或 json。"},
    "force": {"en": "Replace a plan that was edited by hand.", "zh": "覆盖手工改过的计划。"},
    "industry": {
        "en": "The customer's industry, an id of the playbook.",
        "zh": "客户所属行业（打法中的 ID）。",
    },
    "init": {
        "en": "Make a team's repo: folders, settings, checks in CI and before a commit, help in the editor.\n\nExamples: salescoach init; salescoach init our-deals --source git+https://git.example.com/sales/salescoach@v1",
        "zh": "建立团队仓库：文件夹、设置、CI 和提交前的检查、编辑器补全。\n\n示例：salescoach init；salescoach init our-deals --source git+https://git.example.com/sales/salescoach@v1",
    },
    "init-dir": {
        "en": "The repo's folder; this one when left out.",
        "zh": "仓库所在文件夹；不写则为当前文件夹。",
    },
    "init-force": {
        "en": "Change files that are there and differ, as shown; never salescoach.yaml.",
        "zh": "已有而不同的文件，按所示修改；salescoach.yaml 除外。",
    },
    "init-source": {
        "en": "What pip installs salescoach from in CI, such as git+https://HOST/PATH@VERSION; else where this one came from.",
        "zh": "CI 里用 pip 从哪里安装 salescoach，例如 git+https://主机/路径@版本；不写则取本机这份的来源。",
    },
    "jobs": {
        "en": "processes that work side by side (default: one for each processor)",
        "zh": "同时工作的进程数（默认每个处理器一个）",
    },
    "json": {"en": "Print JSON.", "zh": "输出 JSON。"},
    "max-findings": {
        "en": "list at most so many findings, 0 for all",
        "zh": "最多列出多少条结果，0 为全部",
    },
    "missing-argument": {"en": "{name} is missing.", "zh": "缺少 {name}。"},
    "needs-value": {"en": "'{name}' needs a value.", "zh": "“{name}”后面要有值。"},
    "new": {
        "en": "Start a deal.\n\nExamples: salescoach new haichuan; salescoach new haichuan --customer 'Haichuan Telecom' --owner lin",
        "zh": "新建一个商机。\n\n示例：salescoach new haichuan；salescoach new 海川 --customer 海川电信 --owner 林青",
    },
    "no-cache": {
        "en": "judge every deal again",
        "zh": "全部重新判断，不用缓存",
    },
    "no-such-command": {"en": "there is no command '{name}'.", "zh": "没有“{name}”这个命令。"},
    "no-such-option": {"en": "there is no option '{name}'.", "zh": "没有“{name}”这个选项。"},
    "output": {
        "en": "Write the plan to this file instead; - is standard output.",
        "zh": "把计划写到这个文件；- 表示标准输出。",
    },
    "owner": {"en": "Our rep: a name or an id.", "zh": "我方负责人：姓名或 ID。"},
    "plan": {
        "en": "Write the call plan of the next visit again.\n\nExamples: salescoach plan haichuan; salescoach plan haichuan --visit 2026-12-02-visit --output -",
        "zh": "重新生成下一次拜访的计划。\n\n示例：salescoach plan haichuan；salescoach plan haichuan --visit 2026-12-02-visit --output -",
    },
    "plan-check": {
        "en": "Is this plan good enough to go? Every flaw at once; exit code 1 when one is an error.",
        "zh": "这份计划够不够格出门？一次列出所有缺陷；有错误时退出码为 1。",
    },
    "plan-format": {
        "en": "markdown or html; with --check text or json.",
        "zh": "markdown 或 html；与 --check 同用时为 text 或 json。",
    },
    "playbook": {"en": "Playbooks: list, show, lint, schema.", "zh": "打法：列出、查看、检查、编辑器支持。"},
    "playbook-lint": {
        "en": "Check playbooks: every mistake, with file, line, cause and cure.\n\nExamples: salescoach playbook lint; salescoach playbook lint playbooks/ours --fail-on warning",
        "zh": "检查打法：每个错误都给出文件、行号、原因和改法。\n\n示例：salescoach playbook lint；salescoach playbook lint playbooks/ours --fail-on warning",
    },
    "playbook-list": {
        "en": "List the playbooks that can be used here.\n\nExamples: salescoach playbook list; salescoach playbook list --json",
        "zh": "列出这里能用的打法。\n\n示例：salescoach playbook list；salescoach playbook list --json",
    },
    "playbook-name": {"en": "A playbook's name.", "zh": "打法名称。"},
    "playbook-paths": {
        "en": "Names or folders of playbooks; all when left out.",
        "zh": "打法名称或文件夹；不写则检查全部。",
    },
    "playbook-schema": {
        "en": "JSON Schema for editors: completion, help and checks while you type a playbook or, with --deal, a deal.\n\nExamples: salescoach playbook schema value-competition --deal --output .vscode/salescoach-deal.schema.json; salescoach playbook schema --part stages",
        "zh": "给编辑器用的 JSON Schema：写打法（加 --deal 则写商机）时自动补全、提示和检查。\n\n示例：salescoach playbook schema value-competition --deal --output .vscode/salescoach-deal.schema.json；salescoach playbook schema --part stages",
    },
    "playbook-show": {
        "en": "Show a playbook as a readable outline.\n\nExamples: salescoach playbook show value-competition; salescoach playbook show value-competition --stage step2_need --lang zh",
        "zh": "把打法显示成可读的大纲。\n\n示例：salescoach playbook show value-competition；salescoach playbook show value-competition --stage step2_need --lang zh",
    },
    "prep": {
        "en": "Prepare a visit: asks only what is missing and matters now, then writes the call plan.\n\nExamples: salescoach prep haichuan; salescoach prep haichuan --answers notes.yaml --no-input",
        "zh": "准备一次拜访：只问还缺而且现在要紧的，然后写出拜访计划。\n\n示例：salescoach prep haichuan；salescoach prep haichuan --answers notes.yaml --no-input",
    },
    "quiz-answers": {
        "en": "Take the answers from a file ('-': stdin), one a line",
        "zh": "从文件读取答案（- 为标准输入），每行一个",
    },
    "quiz-count": {
        "en": "How many cards at most",
        "zh": "最多几张",
    },
    "quiz-due": {
        "en": "Only what is due, no new cards",
        "zh": "只复习到期的，不出新卡片",
    },
    "quiz-json": {
        "en": "The same as JSON",
        "zh": "同上，输出 JSON",
    },
    "quiz-kind": {
        "en": "Only cards of this kind (drill quiz --stats lists them with --json)",
        "zh": "只出这一类卡片（类别见 drill quiz --stats --json）",
    },
    "quiz-playbook": {
        "en": "From which playbook",
        "zh": "用哪套打法",
    },
    "quiz-stats": {
        "en": "Ask nothing: how many are due and learned, by kind",
        "zh": "不提问，只看各类到期和掌握的数量",
    },
    "salescoach": {
        "en": "A sales playbook coach: prepares you for a client visit and writes the call plan. Start with: salescoach demo",
        "zh": "销售打法教练：帮你准备客户拜访，写出拜访计划。先试试：salescoach demo",
    },
    "schema-deal": {
        "en": "For deals: of this playbook, or of every playbook here when no name is given.",
        "zh": "用于商机：给出名称则为这套打法的商机，否则为这里所有打法的商机。",
    },
    "schema-name": {
        "en": "A playbook's name.",
        "zh": "打法名称。",
    },
    "schema-output": {
        "en": "Write it to this file; - is standard output.",
        "zh": "写到这个文件；- 表示标准输出。",
    },
    "schema-part": {
        "en": "Which files of a playbook: playbook (playbook.yaml), stages, worksheets, questions, library/pains as library/rows …; or of its drills: scenario, rubric, buyer.",
        "zh": "哪种打法文件：playbook（playbook.yaml）、stages、worksheets、questions、library/rows（如 library/pains.yaml）等；演练文件：scenario、rubric、buyer。",
    },
    "shard": {
        "en": "this machine's share of the deals, for example 2/4",
        "zh": "本机分到的商机，例如 2/4",
    },
    "stage": {
        "en": "The stage the deal is in; the first counted one when left out.",
        "zh": "商机所处阶段；不写则为第一个正式阶段。",
    },
    "stage-only": {"en": "Only this stage.", "zh": "只看这个阶段。"},
    "status": {
        "en": "Where a deal stands: what holds by which evidence, what is missing, what is next; without a deal, a table of all.\n\nExamples: salescoach status haichuan; salescoach status --json",
        "zh": "商机现状：哪些条件凭什么满足、还缺什么、下一步做什么；不写商机则列出全部。\n\n示例：salescoach status haichuan；salescoach status --json",
    },
    "status-deal": {
        "en": "The deal's id; all deals when left out.",
        "zh": "商机 ID；不写则列出全部。",
    },
    "step": {"en": "Only this step of the stage, every field of it.", "zh": "只做本阶段的这一步，逐项问。"},
    "title": {"en": "What it is about.", "zh": "商机内容。"},
    "use-playbook": {"en": "The playbook to work by.", "zh": "采用哪套打法。"},
    "visit-id": {
        "en": "The id of the planned visit; the next one when left out.",
        "zh": "计划中的拜访 ID；不写则为最近一次。",
    },
}
