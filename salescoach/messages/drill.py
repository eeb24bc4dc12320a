"""Role-play drills: the talk on the screen, and the score sheet."""

TEXTS = {
    "act-compliance": {
        "en": "words of a compliance gate",
        "zh": "合规红线上的话",
    },
    "act-insult": {
        "en": "an insult",
        "zh": "出言不逊",
    },
    "act-number-invented": {
        "en": "a number that nobody gave",
        "zh": "没有出处的数字",
    },
    "act-rival-named": {
        "en": "a rival's name",
        "zh": "点名竞争对手",
    },
    "act-silence": {
        "en": "silence",
        "zh": "停顿",
    },
    "and-more": {
        "en": "and {count} more",
        "zh": "还有{count}句",
    },
    "back": {
        "en": "Your last line is taken back.",
        "zh": "已收回上一句。",
    },
    "begin": {
        "en": "Type what you would say, in English or Chinese. '...' is a silence. /end takes leave, /pause keeps the run for later, /back takes a line back, /score shows how it stands.",
        "zh": "直接输入您会说的话，中英文都行。“...”表示停顿。/end 告辞结束，/pause 暂停留待下次，/back 收回上一句，/score 看目前得分。",
    },
    "begin-exam": {
        "en": "Exam: no hints, no way back. Type what you would say. '...' is a silence, /end takes leave, /pause keeps the run for later.",
        "zh": "考试模式：没有提示，不能收回。直接输入您会说的话。“...”表示停顿，/end 告辞结束，/pause 暂停留待下次。",
    },
    "better": {
        "en": "Better questions",
        "zh": "换个问法",
    },
    "brief": {
        "en": "What you know",
        "zh": "背景",
    },
    "by-correction": {
        "en": "by a trainer's correction",
        "zh": "按培训师的更正",
    },
    "by-question": {
        "en": "by the playbook's question {question}",
        "zh": "按打法里的提问 {question}",
    },
    "by-rubric": {
        "en": "Points",
        "zh": "得分",
    },
    "certificate": {
        "en": "Certificate",
        "zh": "证书",
    },
    "certificate-for": {
        "en": "**{name}** passed what stands below. Issued on {day}.",
        "zh": "**{name}** 已通过下列项目。签发日期：{day}。",
    },
    "certificate-mode": {
        "en": "mode",
        "zh": "方式",
    },
    "certificate-note": {
        "en": "Scored by salescoach: the same lines and the same seed give the same score. Check it with: salescoach drill certificate EXPORT --check FILE",
        "zh": "由 salescoach 评分：同样的话、同样的种子，得分相同。核对请运行：salescoach drill certificate 导出文件 --check 本文件",
    },
    "certificate-record": {
        "en": "record",
        "zh": "记录",
    },
    "certificate-rubric": {
        "en": "rubric",
        "zh": "评分标准",
    },
    "certificate-score": {
        "en": "score",
        "zh": "得分",
    },
    "certificate-seed": {
        "en": "seed",
        "zh": "随机种子",
    },
    "certificate-what": {
        "en": "what",
        "zh": "项目",
    },
    "certificate-when": {
        "en": "when",
        "zh": "日期",
    },
    "check-changed": {
        "en": "{path}: the text was changed after it was issued. Ask for a new certificate.",
        "zh": "{path}：签发之后被改过。请重新出具。",
    },
    "check-good": {
        "en": "{path}: unchanged, and its records are in the history.",
        "zh": "{path}：未被改动，所列记录都在历史里。",
    },
    "check-no-certificate": {
        "en": "{path}: no certificate of this tool, or without its last line. Name the file that 'drill certificate' wrote.",
        "zh": "{path}：不是本工具出具的证书，或缺了最后一行。请指定 drill certificate 写出的文件。",
    },
    "check-no-record": {
        "en": "{path}: the record {record} is in none of the histories. Name the export that it was issued from.",
        "zh": "{path}：记录 {record} 不在任何一份历史里。请指定出具时所用的导出文件。",
    },
    "choose": {
        "en": "What was that meant to be?",
        "zh": "这一句您想问的是？",
    },
    "choose-why": {
        "en": "the line could be two things, so you say which; it counts as what you choose",
        "zh": "这句话有两种可能，由您来定；按您选的计",
    },
    "clock": {
        "en": "{at} of {of}",
        "zh": "{at}／共{of}",
    },
    "comma": {
        "en": ", ",
        "zh": "、",
    },
    "consent": {
        "en": "Recorded talks: everybody in it must have agreed to the recording and to its use for training.",
        "zh": "录音转写的对话：须经在场每个人同意录音，并同意用于培训。",
    },
    "corrected": {
        "en": "“{line}” is now heard as: {type} (before: {before}, {sure} %).\nWritten to {path}; commit it for the others.",
        "zh": "“{line}”今后算作{type}（此前识别为{before}，{sure}%）。\n已写入 {path}，提交后全队可用。",
    },
    "corrected-again": {
        "en": "“{line}” is now heard as: {type} (corrected before to: {before}).\nChanged in {path}; commit it for the others.",
        "zh": "“{line}”今后算作{type}（此前更正为{before}）。\n已修改 {path}，提交后全队可用。",
    },
    "corrections-head": {
        "en": "Lines that were heard as something else. `type` is what the line is: S, P, I, N, summary, feature,\ncommitment, small_talk or other. Case, width, punctuation and spaces do not matter.",
        "zh": "识别有误的话。type 写这句话应属的类型：S、P、I、N、summary、feature、\ncommitment、small_talk、other。大小写、全半角、标点和空格不影响匹配。",
    },
    "counts": {
        "en": "so far: {counts} · points {total}",
        "zh": "目前：{counts} · 得分 {total}",
    },
    "critical-row": {
        "en": "critical",
        "zh": "一票否决",
    },
    "debrief": {
        "en": "For the debrief",
        "zh": "复盘问题",
    },
    "ended": {
        "en": "The talk is over.",
        "zh": "对话结束。",
    },
    "exam": {
        "en": "exam",
        "zh": "考试",
    },
    "export-changed": {
        "en": "{path}: changed after it was exported; left out. Ask for the export again.",
        "zh": "{path}：导出之后被改过，未计入。请重新导出。",
    },
    "export-damaged": {
        "en": "{path}: damaged; left out. Ask for the export again.",
        "zh": "{path}：文件损坏，未计入。请重新导出。",
    },
    "export-newer": {
        "en": "{path}: written by a newer version; left out. Update salescoach, then run this again.",
        "zh": "{path}：由更新的版本写出，未计入。请升级 salescoach 后重试。",
    },
    "export-no-export": {
        "en": "{path}: no export of a history; left out. A rep makes one with: salescoach drill history --export FILE",
        "zh": "{path}：不是演练历史的导出文件，未计入。导出请运行：salescoach drill history --export 文件",
    },
    "export-unopened": {
        "en": "{path}: cannot be opened; left out. Look at the name and the permissions.",
        "zh": "{path}：打不开，未计入。请检查文件名和权限。",
    },
    "exported": {
        "en": "Written: {path} · {name}, attempts: {count}. Nothing else left this computer.",
        "zh": "已把{name}的{count}次演练写入 {path}。除此之外，没有内容离开本机。",
    },
    "exported-nameless": {
        "en": "{count} attempts are in {path}, without a name: --name adds one.",
        "zh": "已把{count}次演练写入 {path}，未署名；加 --name 可署名。",
    },
    "fallback": {
        "en": "Fallback: {text}",
        "zh": "退一步：{text}",
    },
    "found": {
        "en": "found: {place}",
        "zh": "挖到了：{place}",
    },
    "gate": {
        "en": "The exit of '{stage}', judged as in a real deal:",
        "zh": "按真实商机的标准看“{stage}”的出口条件：",
    },
    "granted": {
        "en": "agreed: {what}",
        "zh": "答应了：{what}",
    },
    "head-after": {
        "en": "after",
        "zh": "谈完后",
    },
    "head-before": {
        "en": "before",
        "zh": "谈之前",
    },
    "head-behaviour": {
        "en": "behaviour",
        "zh": "行为",
    },
    "head-counted": {
        "en": "counted",
        "zh": "次数",
    },
    "head-criterion": {
        "en": "exit criterion",
        "zh": "出口条件",
    },
    "head-of": {
        "en": "of",
        "zh": "满分",
    },
    "head-points": {
        "en": "points",
        "zh": "得分",
    },
    "head-reps": {
        "en": "reps",
        "zh": "人数",
    },
    "head-share": {
        "en": "share of points",
        "zh": "得分率",
    },
    "hear-advance": {
        "en": "asks for the advance '{at}'",
        "zh": "请求的是进展“{at}”",
    },
    "hear-beside": {
        "en": "does not reach it: {types} does",
        "zh": "这类话问不到，能问到的是 {types}",
    },
    "hear-example": {
        "en": "by the example “{text}”",
        "zh": "凭例句“{text}”",
    },
    "hear-fact": {
        "en": "after {at} ({place})",
        "zh": "问的是 {at}（{place}）",
    },
    "hear-freely": {
        "en": "asks what is told freely: “{at}”",
        "zh": "问的是随口就说的：“{at}”",
    },
    "hear-nothing": {
        "en": "→ after nothing: no words or examples of a fact, of what is told freely or of an advance are in it",
        "zh": "→ 没有问到任何内容：其中没有事实、随口就说的内容或进展的词和例句",
    },
    "hear-question": {
        "en": "by the playbook's question “{text}”",
        "zh": "凭打法里的提问“{text}”",
    },
    "hear-reaches": {
        "en": "reaches it ({types})",
        "zh": "问得到（{types}）",
    },
    "hear-words": {
        "en": "by the words {words}",
        "zh": "凭这些词：{words}",
    },
    "heard": {
        "en": "{type} · {sure} %{words}",
        "zh": "{type} · {sure}%{words}",
    },
    "heard-corrected": {
        "en": "{type} · by a trainer's correction",
        "zh": "{type} · 按培训师的更正",
    },
    "heard-question": {
        "en": "{type} · by the playbook's question {question}",
        "zh": "{type} · 按打法里的提问 {question}",
    },
    "help": {
        "en": "Type what you would say to the buyer, in English or Chinese, and press Enter: the buyer answers. Lines are scored by what they do; the clock runs by the words that are said, not by your typing.\n/score shows how it stands.\n/back or Ctrl-B takes your last line back.\n/pause or Ctrl-S keeps the run for later.\n/end takes leave and shows the score sheet.\n... is a line, too: you keep silent, and the buyer may go on.\nCtrl-E opens your editor, Ctrl-C stops. Every line you said is kept.",
        "zh": "直接输入您会对客户说的话，中英文都行，按回车，客户就会回答。每句话按它做到了什么计分；时间按双方说的字数算，不按打字快慢算。\n/score 看目前得分。\n/back 或 Ctrl-B 收回上一句。\n/pause 或 Ctrl-S 暂停，留待下次。\n/end 告辞结束，并给出评分表。\n... 也算一句：您停顿不语，客户可能会接着说。\nCtrl-E 打开编辑器，Ctrl-C 中断。说过的每一句都会保留。",
    },
    "help-exam": {
        "en": "Exam: type what you would say to the buyer, in English or Chinese, and press Enter: the buyer answers. No line is taken back, nothing is told about how a line counts or how it stands. The clock runs by the words that are said, not by your typing.\n/pause or Ctrl-S keeps the run for later.\n/end takes leave and shows the score sheet.\n... is a line, too: you keep silent, and the buyer may go on.\nCtrl-E opens your editor, Ctrl-C stops. Every line you said is kept.",
        "zh": "考试模式：直接输入您会对客户说的话，中英文都行，按回车，客户就会回答。说出的话不能收回，也不提示每句怎么算分、目前得多少分。时间按双方说的字数算，不按打字快慢算。\n/pause 或 Ctrl-S 暂停，留待下次。\n/end 告辞结束，并给出评分表。\n... 也算一句：您停顿不语，客户可能会接着说。\nCtrl-E 打开编辑器，Ctrl-C 中断。说过的每一句都会保留。",
    },
    "hidden": {
        "en": "{count} facts stayed hidden",
        "zh": "还有{count}个事实没挖到",
    },
    "history-aside": {
        "en": "The history could not be read as it was and is now in {path}. What could be read goes on.",
        "zh": "历史记录有损坏或来自更新的版本，已原样移到 {path}；能读的部分继续使用。",
    },
    "history-line": {
        "en": "{day}  {scenario}  {total} · {verdict} · {mode}",
        "zh": "{day}  {scenario}  {total}分 · {verdict} · {mode}",
    },
    "invented": {
        "en": "(invented)",
        "zh": "（虚构）",
    },
    "invented-all": {
        "en": "Made of the deal '{deal}'. What is marked as invented nobody ever said, and nothing of it is in the deal.",
        "zh": "由商机“{deal}”生成。标为虚构的内容没有人说过，也没有写进商机。",
    },
    "kept-sheet": {
        "en": "The score sheet is in {path}.",
        "zh": "评分表存在 {path}。",
    },
    "level-easy": {
        "en": "easy",
        "zh": "入门",
    },
    "level-hard": {
        "en": "hard",
        "zh": "困难",
    },
    "level-medium": {
        "en": "medium",
        "zh": "中等",
    },
    "limit": {
        "en": "Real time: at most {minutes} minutes, breaks left out.",
        "zh": "实际用时最多{minutes}分钟，中断不计。",
    },
    "limit-over": {
        "en": "The real time is over: the run ends here.",
        "zh": "实际时间到了，这一次到此结束。",
    },
    "line": {
        "en": "{id}  {title} · {level}, {minutes} min, {industry} · {summary}",
        "zh": "{id}  {title} · {level}，{minutes}分钟，{industry} · {summary}",
    },
    "made-of": {
        "en": "A drill of the deal '{deal}', made on {day} with seed {seed}.\nWhat stands in `start` the deal knows. Every record whose source is `invented` is made up:\nnobody said it, and it must not go into the deal. Change what you like.",
        "zh": "商机“{deal}”的演练，生成日期 {day}，随机种子 {seed}。\nstart 里是商机已有的内容；source 为 invented 的每一条都是虚构的：\n没有人说过，不得写进商机。内容可以随意修改。",
    },
    "materials": {
        "en": "With you: {text}",
        "zh": "随身材料：{text}",
    },
    "mine": {
        "en": "That spoiled the mood.",
        "zh": "这句话让对方不高兴了。",
    },
    "moments": {
        "en": "Moments that turned the mood",
        "zh": "影响气氛的时刻",
    },
    "mood": {
        "en": "mood {mood}",
        "zh": "情绪 {mood}",
    },
    "no-history": {
        "en": "Nothing was played here yet. Begin with: salescoach drill play two-blues",
        "zh": "还没有演练记录。先试试：salescoach drill play two-blues",
    },
    "no-industry": {
        "en": "any industry",
        "zh": "不限行业",
    },
    "no-need": {
        "en": "They never said what they want; you talked {seconds} s.",
        "zh": "客户始终没说想要什么；您讲了{seconds}秒。",
    },
    "no-personality": {
        "en": "Nobody recorded {person}'s personality: played as analytical. Whoever knows better writes it into the deal (people, personality).",
        "zh": "商机里没有记录{person}的性格，按分析型来演。知道的话，请写进商机（people 的 personality）。",
    },
    "not-found-yet": {
        "en": "{count} facts are hidden.",
        "zh": "有{count}个隐藏的事实。",
    },
    "not-passed": {
        "en": "not passed",
        "zh": "未通过",
    },
    "noted": {
        "en": "Recorded: {step}, {day}.",
        "zh": "已记录：{step}，{day}。",
    },
    "numbers": {
        "en": "In numbers",
        "zh": "数据",
    },
    "objective": {
        "en": "Objective: {text}",
        "zh": "目标：{text}",
    },
    "observed": {
        "en": "{seller}, observed by {observer}",
        "zh": "{seller}，观察者{observer}",
    },
    "outcome-advance": {
        "en": "Outcome: an advance. Somebody does something by a date that costs them something.",
        "zh": "结果：进展。有人会在某天之前做一件要付出的事。",
    },
    "outcome-continuation": {
        "en": "Outcome: a continuation. Nobody does anything by a date, however warm it was.",
        "zh": "结果：拖延。气氛再好，也没有人在哪天之前做什么。",
    },
    "outcome-no_sale": {
        "en": "Outcome: a refusal.",
        "zh": "结果：拒绝。",
    },
    "passed": {
        "en": "passed",
        "zh": "通过",
    },
    "paused": {
        "en": "The run waits. Go on with: {command}",
        "zh": "本次演练已保留。继续请运行：{command}",
    },
    "perhaps": {
        "en": "{type} or {other}",
        "zh": "{type}，也可能是{other}",
    },
    "practice": {
        "en": "practice",
        "zh": "练习",
    },
    "prompt": {
        "en": "You",
        "zh": "您",
    },
    "ratio": {
        "en": "Questions S : P : I : N = {ratio}",
        "zh": "提问 现状：痛点：暗示：获益 = {ratio}",
    },
    "results": {
        "en": "Results",
        "zh": "成绩",
    },
    "results-attempts": {
        "en": "attempts",
        "zh": "次数",
    },
    "results-best": {
        "en": "best",
        "zh": "最高分",
    },
    "results-exams": {
        "en": "exams passed",
        "zh": "考试通过",
    },
    "results-latest": {
        "en": "latest",
        "zh": "最近",
    },
    "results-name": {
        "en": "name",
        "zh": "姓名",
    },
    "results-passes": {
        "en": "passes",
        "zh": "通过",
    },
    "results-rank": {
        "en": "rank",
        "zh": "名次",
    },
    "results-scenarios": {
        "en": "scenarios",
        "zh": "情景",
    },
    "resumed": {
        "en": "Going on with the run that waits; lines so far: {count}. Begin anew with --again.",
        "zh": "接着上次没做完的演练：已有{count}句。要重新开始，请加 --again。",
    },
    "row-points": {
        "en": "**{title}** ({points})",
        "zh": "**{title}**（{points}）",
    },
    "rubric": {
        "en": "How it is scored: {title} (pass: {score})",
        "zh": "评分标准：{title}（{score}分通过）",
    },
    "rubric-critical": {
        "en": "critical: {title}",
        "zh": "一票否决：{title}",
    },
    "rubric-row": {
        "en": "{points}  {title}",
        "zh": "{points}分  {title}",
    },
    "saved": {
        "en": "Written to {path}; it holds what the deal '{deal}' knows. Play it with: salescoach drill play {path}",
        "zh": "已写入 {path}，其中含商机“{deal}”的内容。演练请运行：salescoach drill play {path}",
    },
    "says": {
        "en": "{name}: {words}",
        "zh": "{name}：{words}",
    },
    "semicolon": {
        "en": "; ",
        "zh": "；",
    },
    "share": {
        "en": "You said {share} % of all that was said.",
        "zh": "您说的话占{share}%。",
    },
    "sheet": {
        "en": "{title}: score sheet",
        "zh": "{title}：评分表",
    },
    "sheet-facts": {
        "en": "{day} · {rubric} · {level} · {mode}, seed {seed} · {time} of {of}",
        "zh": "{day} · {rubric} · {level} · {mode}，随机种子 {seed} · 用时 {time}／{of}",
    },
    "tags": {
        "en": "{seller}: a talk, tagged and counted",
        "zh": "{seller}：对话标注与计数",
    },
    "tags-lines": {
        "en": "Line by line",
        "zh": "逐句",
    },
    "tags-total": {
        "en": "{total} of the {of} points that words alone show",
        "zh": "仅凭文字可计的{of}分中得{total}分",
    },
    "talk-before-need": {
        "en": "You talked {seconds} s before they first said what they want.",
        "zh": "客户第一次说出想要什么之前，您讲了{seconds}秒。",
    },
    "targets": {
        "en": "Practise: {text}",
        "zh": "练习重点：{text}",
    },
    "to-pass": {
        "en": "To pass",
        "zh": "通过条件",
    },
    "total": {
        "en": "{total} of 100",
        "zh": "{total}／100分",
    },
    "training-done": {
        "en": "done on {day}",
        "zh": "{day}完成",
    },
    "training-due": {
        "en": "due by {day}",
        "zh": "须在{day}之前完成",
    },
    "training-early": {
        "en": "begun before: {before}",
        "zh": "在完成“{before}”之前就开始了",
    },
    "training-of": {
        "en": "{title}: {name}",
        "zh": "{title}：{name}",
    },
    "training-open": {
        "en": "may start",
        "zh": "可以开始",
    },
    "training-stale": {
        "en": "done on {day}, too long ago to go on: do it again",
        "zh": "{day}完成，隔得太久，请重做",
    },
    "training-started": {
        "en": "{count} of {of}",
        "zh": "已完成{count}／{of}",
    },
    "training-until": {
        "en": "until {day}",
        "zh": "截至{day}",
    },
    "training-waiting": {
        "en": "after: {before}",
        "zh": "先完成：{before}",
    },
    "transcript": {
        "en": "The talk",
        "zh": "对话记录",
    },
    "trend": {
        "en": "{now} %  {title} · first {first} %, last {last} %, runs: {runs}",
        "zh": "{now}%  {title} · 首次{first}%，最近{last}%，共{runs}次",
    },
    "trends": {
        "en": "How each behaviour gets on (share of its points; the last runs weigh most):",
        "zh": "各项行为的趋势（得分率；越近的演练权重越大）：",
    },
    "type-I": {
        "en": "implication question",
        "zh": "暗示提问",
    },
    "type-N": {
        "en": "need-payoff question",
        "zh": "获益提问",
    },
    "type-P": {
        "en": "problem question",
        "zh": "痛点提问",
    },
    "type-S": {
        "en": "situation question",
        "zh": "现状提问",
    },
    "type-commitment": {
        "en": "request for a next step",
        "zh": "请对方做下一步",
    },
    "type-feature": {
        "en": "talk about us",
        "zh": "介绍自己",
    },
    "type-named": {
        "en": "{id} ({name})",
        "zh": "{id}（{name}）",
    },
    "type-other": {
        "en": "statement",
        "zh": "陈述",
    },
    "type-silence": {
        "en": "silence",
        "zh": "停顿",
    },
    "type-small_talk": {
        "en": "small talk",
        "zh": "寒暄",
    },
    "type-summary": {
        "en": "summary",
        "zh": "小结",
    },
    "type-why": {
        "en": "{type}, {why}",
        "zh": "{type}，{why}",
    },
    "uncovered": {
        "en": "What you uncovered",
        "zh": "挖到了什么",
    },
    "wants-advance": {
        "en": "agreed: {of}",
        "zh": "对方答应：{of}",
    },
    "wants-critical": {
        "en": "critical: {of}",
        "zh": "一票否决：{of}",
    },
    "wants-found": {
        "en": "found: {of}",
        "zh": "挖到：{of}",
    },
    "wants-never": {
        "en": "never: {of}",
        "zh": "没有出现：{of}",
    },
    "wants-score": {
        "en": "at least {of} points",
        "zh": "至少{of}分",
    },
    "wants-shown": {
        "en": "shown: {of}",
        "zh": "做到：{of}",
    },
    "weak-spots": {
        "en": "Where the class is weak",
        "zh": "全班的弱项",
    },
    "without-test": {
        "en": "The written test is not passed yet: in the training plan it comes before role-play. Practise all the same.",
        "zh": "笔试还没通过：按训练计划，应先过笔试再做角色扮演。照样可以练习。",
    },
    "you-said": {
        "en": "**You** ({kind}): {words}",
        "zh": "**您**（{kind}）：{words}",
    },
}
