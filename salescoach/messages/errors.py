"""Requests that cannot be carried out (exit code 2): what is wrong, and the cure."""

TEXTS = {
    "advance-by-hand": {
        "en": "'{path}' is written in a way that cannot be changed without touching other lines. Nothing was written; make this edit by hand:\n{edit}",
        "zh": "“{path}”的写法无法只改需要改的行，所以没有写入。请手工做以下修改：\n{edit}",
    },
    "bad-done-day": {
        "en": "'{value}' is no day up to today ({today}). Write it as YYYY-MM-DD.",
        "zh": "“{value}”不是今天（{today}）或以前的日期。请写成 YYYY-MM-DD。",
    },
    "bad-id": {
        "en": "'{name}' cannot be used as a name in the repo. Use small letters, digits, '-' and '_', or"
        " Chinese characters.",
        "zh": "“{name}”不能用作名称。请使用小写字母、数字、- 和 _，或中文。",
    },
    "bad-shard": {
        "en": "'{value}' is no share. Write the number of this machine and of all, for example 2/4.",
        "zh": "“{value}”不是分片。请写本机编号和总数，例如 2/4。",
    },
    "bad-source": {
        "en": "'{value}' is nothing that CI could install from. Write what pip takes, such as "
        "git+https://HOST/PATH@VERSION.",
        "zh": "“{value}”不能作为 CI 的安装来源。请写 pip 能用的来源，例如 git+https://主机/路径@版本。",
    },
    "bad-start": {
        "en": "'{value}' is no time of the day. Write it like 09:00.",
        "zh": "“{value}”不是时间。请写成 09:00 的形式。",
    },
    "bad-today": {
        "en": "'{value}' is no day for --today. Write it as 2026-12-02.",
        "zh": "--today 的“{value}”不是日期。请写成 2026-12-02。",
    },
    "bad-until": {
        "en": "'{value}' is no day for --until. Write it as 2027-01-31, or +30 for thirty days.",
        "zh": "--until 的“{value}”不是日期。请写成 2027-01-31，或用 +30 表示三十天。",
    },
    "being-prepared": {
        "en": "'{deal}' is being prepared by another salescoach (process {pid}). Finish or close that one, then try again.",
        "zh": "“{deal}”正由另一个 salescoach 准备（进程 {pid}）。请先结束那个程序再试。",
    },
    "bug": {
        "en": "this is a bug in salescoach {version}: {name}. Your files are as they were; please report it, with what --debug prints.",
        "zh": "这是 salescoach {version} 的程序错误：{name}。你的文件没有改动；请附上 --debug 的输出反馈给我们。",
    },
    "cannot-edit": {
        "en": "'{path}' is written in a way that cannot be changed without touching other lines. Nothing was written; make this edit by hand (it is kept in '{kept}'), your answers wait:\n{edit}",
        "zh": "“{path}”的写法无法只改需要改的行，所以没有写入。请手工做以下修改（已存为“{kept}”），你的回答仍在等待：\n{edit}",
    },
    "cannot-read": {
        "en": "'{path}' cannot be read: {reason}. Check its permissions.",
        "zh": "无法读取“{path}”：{reason}。请检查权限。",
    },
    "cannot-write": {
        "en": "'{path}' cannot be written: {reason}. What it held is unchanged; check its permissions.",
        "zh": "无法写入“{path}”：{reason}。原内容没有改动，请检查权限。",
    },
    "changed-before-writing": {
        "en": "'{path}' was changed by somebody else just now, and is as they left it. Run the command again.",
        "zh": "“{path}”刚被别人改过，已保持对方改后的内容。请再运行一次。",
    },
    "changed-meanwhile": {
        "en": "'{path}' was changed by somebody else in the same places. Nothing was written: our version is in '{kept}', your answers wait. Compare the two, then run prep again.",
        "zh": "“{path}”的同一处被别人改过，所以没有写入：我们的版本在“{kept}”，你的回答仍在等待。请比较两者后再运行 prep。",
    },
    "class-too-large": {
        "en": "{count} people are too many for one schedule: at most {most}. Make two classes.",
        "zh": "人数太多：{count}人，一份日程最多{most}人。请分成两个班。",
    },
    "class-too-small": {
        "en": "{count} people are too few: it takes at least {least}.",
        "zh": "人数太少：{count}人，至少要{least}人。",
    },
    "compare-what": {
        "en": "comparing takes two: another file of counts, --transcript FILE --seller NAME, or --run 1.",
        "zh": "对照至少要两份：再给一个计数文件，或 --transcript 文件 --seller 姓名，或 --run 1。",
    },
    "deal-exists": {
        "en": "'{path}' is there already, or differs from '{deal}' only in case or accents. Choose"
        " another name.",
        "zh": "“{path}”已存在，或与“{deal}”只有大小写、编码上的差别。请换一个名称。",
    },
    "deal-is-over": {
        "en": "'{deal}' is {result}, so no stage is next. Write 'result: open' in its file to take it up again.",
        "zh": "“{deal}”的结果是 {result}，没有下一阶段。要重新跟进，请在文件里写 result: open。",
    },
    "deal-locked": {
        "en": "'{deal}' is being written by another salescoach (process {pid}). Finish or close that one,"
        " then try again.",
        "zh": "“{deal}”正被另一个 salescoach 写入（进程 {pid}）。请先结束那个程序再试。",
    },
    "disk-full": {
        "en": "the disk is full: '{path}' needs {needed} bytes. What it held is unchanged; free some"
        " space and try again.",
        "zh": "磁盘已满：“{path}”需要 {needed} 字节。原内容没有改动，请腾出空间后重试。",
    },
    "fact-of-which-scenario": {
        "en": "say in which scenario the fact '{name}' is: --scenario NAME.",
        "zh": "请用 --scenario 指明事实“{name}”属于哪个情景。",
    },
    "file-is-there": {
        "en": "'{path}' is there already and holds something else. Name another file, or take it away first.",
        "zh": "“{path}”已存在，内容不同。请换个文件名，或先移走原文件。",
    },
    "file-too-large": {
        "en": "'{path}' is larger than {most} bytes. Check that it is the right file.",
        "zh": "“{path}”超过 {most} 字节。请确认是不是选错了文件。",
    },
    "files-without-compare": {
        "en": "what is '{name}' for? Files are put side by side with --compare.",
        "zh": "“{name}”用来做什么？对照计数文件请加 --compare。",
    },
    "folder-not-empty": {
        "en": "'{path}' is not empty. Choose another folder with --dir.",
        "zh": "“{path}”不是空文件夹。请用 --dir 指定别的位置。",
    },
    "in-stage-already": {
        "en": "'{deal}' is in '{stage}' already. Choose another stage.",
        "zh": "“{deal}”已经在“{stage}”。请换一个阶段。",
    },
    "journal-not-written": {
        "en": "this answer could not be kept in '{path}': {reason}. The {saved} answers before it are"
        " safe there; free some space or check its permissions, then go on with the same command.",
        "zh": "这条回答无法保存到“{path}”：{reason}。之前的 {saved} 条回答都已保存；请腾出空间或检查权限，"
        "再用同一命令继续。",
    },
    "kit-alone": {
        "en": "'{name}' is played by a whole meeting. Print it without other scenarios.",
        "zh": "“{name}”由整个会议一起演，请单独打印，不要和别的情景放在一起。",
    },
    "kit-only": {
        "en": "'{name}' is for people in a room and is not played against the tool. Print it: salescoach drill kit {name}",
        "zh": "“{name}”是多人现场演练，不能与工具对练。打印材料：salescoach drill kit {name}",
    },
    "last-stage": {
        "en": "'{stage}' is the last stage, nothing comes after it. When all is paid, write 'result: won' in the file of '{deal}'.",
        "zh": "“{stage}”是最后一个阶段，后面没有了。全部收款后，请在“{deal}”的文件里写 result: won。",
    },
    "long-id": {
        "en": "'{name}' is too long for a name in the repo. Use at most {most} characters, fewer in Chinese.",
        "zh": "“{name}”作名称太长。最多 {most} 个字符，中文还要更短。",
    },
    "name-twice": {
        "en": "'{name}' is in the class twice. Tell them apart.",
        "zh": "班级里有两个“{name}”，请加以区分。",
    },
    "names-a-rival": {
        "en": "the page for the customer would name '{name}', so it was not written. Take the name out of the deal's title or the visit's place.",
        "zh": "给客户的页面会点“{name}”的名，所以没有写出。请从商机标题或拜访地点中去掉这个名字。",
    },
    "needs-flag": {
        "en": "this needs {flag} when no questions may be asked. Give it, or run without --no-input on a terminal.",
        "zh": "不能提问时需要给出 {flag}。请加上它，或在终端里不带 --no-input 运行。",
    },
    "needs-name": {
        "en": "whose certificate? Name exports, or give --name for this computer's own history.",
        "zh": "给谁出具证书？请指定导出文件，或用 --name 按本机历史出具。",
    },
    "needs-seller": {
        "en": "say who sells: --seller NAME. Those who speak: {there}.",
        "zh": "请用 --seller 指明谁是销售。说话的人有：{there}。",
    },
    "newer-journal": {
        "en": "the answers in '{path}' were kept by a newer salescoach (format {version}). Update"
        " salescoach, or move the file away.",
        "zh": "“{path}”里的回答由更新版本的 salescoach 保存（格式 {version}）。请升级 salescoach，或把该"
        "文件移走。",
    },
    "no-approvers": {
        "en": "nobody may waive a criterion of this deal. Name who may under 'approvers' in salescoach.yaml; the deal's own owner never may.",
        "zh": "没有人可以豁免这个商机的条件。请在 salescoach.yaml 的 approvers 里写上可以批准的人；负责人不能批准自己的商机。",
    },
    "no-attempt": {
        "en": "no attempt at '{name}' is kept on this computer. Play one at a terminal, or give the line itself: salescoach drill correct \"...\" --type I",
        "zh": '本机没有保存“{name}”的演练。请先在终端里演练，或直接给出这句话：salescoach drill correct "……" --type I',
    },
    "no-attempt-yet": {
        "en": 'no attempt is kept on this computer. Play one at a terminal, or give the line itself: salescoach drill correct "..." --type I',
        "zh": '本机还没有保存任何演练。请先在终端里演练，或直接给出这句话：salescoach drill correct "……" --type I',
    },
    "no-buyer": {
        "en": "there is no way of talking for the personality '{name}'. Those there are: {there}.",
        "zh": "没有“{name}”这种性格的话术。可用：{there}。",
    },
    "no-card-kind": {
        "en": "there are no cards of the kind '{name}'. There are: {there}.",
        "zh": "没有“{name}”这类卡片。现有：{there}。",
    },
    "no-cast": {
        "en": "there is no drill for '{stage}', the stage of '{deal}'. Add a cast for it to drill/answers.yaml of your playbook.",
        "zh": "“{deal}”所在的阶段“{stage}”没有对应的演练。请在您的打法的 drill/answers.yaml 里加一个 cast。",
    },
    "no-console": {
        "en": "this window cannot show questions ({reason}). Use Windows Terminal, or start the command"
        " with 'winpty'; --answers FILE answers without questions.",
        "zh": "这个窗口无法显示提问（{reason}）。请改用 Windows Terminal，或在命令前加 winpty；也可以用"
        " --answers FILE 直接给出答案。",
    },
    "no-deal": {
        "en": "there is no deal '{name}'. Those here: {there}.",
        "zh": "没有“{name}”这个商机。这里有：{there}。",
    },
    "no-deal-at": {
        "en": "'{path}' is no deal. Name a deal.yaml, a deal's folder, or a folder of deals.",
        "zh": "“{path}”不是商机。请写 deal.yaml、商机文件夹或商机所在的文件夹。",
    },
    "no-deal-yet": {
        "en": "there is no deal '{name}', and no other here yet. Start it: salescoach new {name}",
        "zh": "没有“{name}”这个商机，这里也还没有别的商机。新建：salescoach new {name}",
    },
    "no-drill-content": {
        "en": "'{path}' holds no scenario, rubric or way of talking. Name a YAML file, or a folder with such files.",
        "zh": "“{path}”里没有情景、评分表或说话方式。请写一个 YAML 文件，或放这些文件的文件夹。",
    },
    "no-drill-file": {
        "en": "no playbook here holds '{name}'. Take it from the playbook that comes with the tool.",
        "zh": "这里的打法都没有“{name}”。请从自带的打法里复制一份。",
    },
    "no-fact": {
        "en": "the buyer of '{scenario}' never tells '{name}'. Facts: {there}.",
        "zh": "“{scenario}”的客户不会说出“{name}”。可用的事实：{there}。",
    },
    "no-file": {
        "en": "'{path}' does not exist. Check its name.",
        "zh": "“{path}”不存在。请检查名称。",
    },
    "no-folder": {
        "en": "the folder '{path}' cannot be created: {reason}. Check its permissions.",
        "zh": "无法建立文件夹“{path}”：{reason}。请检查权限。",
    },
    "no-input": {
        "en": "there is no standard input to read the answers from. Name a file with --answers.",
        "zh": "没有可以读取回答的标准输入。请用 --answers 指定文件。",
    },
    "no-language": {
        "en": "'{name}' is no language of salescoach. Choose one of: {names}.",
        "zh": "salescoach 没有“{name}”这种语言。可选：{names}。",
    },
    "no-line-number": {
        "en": "'{path}' has no line no. {number} that somebody says. There are: {there}.",
        "zh": "“{path}”里没有可更正的第{number}句。可用：{there}。",
    },
    "no-line-type": {
        "en": "there is no type of line '{name}'. Use one of: {there}.",
        "zh": "没有“{name}”这种类型的话。可用：{there}。",
    },
    "no-output": {
        "en": "the result could not be written to the output: {reason}. Check where it is sent.",
        "zh": "结果无法写到输出：{reason}。请检查输出的去向。",
    },
    "no-playbook": {
        "en": "there is no playbook '{name}'. Those that can be used: {there}.",
        "zh": "没有“{name}”这套打法。可用：{there}。",
    },
    "no-repo": {
        "en": "no deals were found from '{here}' upwards. Go to your team's folder, name it with --root, or start with: salescoach demo",
        "zh": "从“{here}”往上没有找到商机文件夹。请进入团队文件夹、用 --root 指定，或先运行：salescoach demo",
    },
    "no-root": {
        "en": "'{path}' is not a folder. Check --root and SALESCOACH_ROOT.",
        "zh": "“{path}”不是文件夹。请检查 --root 和 SALESCOACH_ROOT。",
    },
    "no-rubric": {
        "en": "there is no rubric '{name}'. Those there are: {there}.",
        "zh": "没有“{name}”这份评分标准。可用：{there}。",
    },
    "no-scenario": {
        "en": "there is no scenario '{name}'. Those that can be played: {there}.",
        "zh": "没有“{name}”这个情景。可用：{there}。",
    },
    "no-seller": {
        "en": "'{name}' says nothing in '{path}'. Those who do: {there}.",
        "zh": "“{path}”里没有“{name}”说的话。说话的人有：{there}。",
    },
    "no-step": {
        "en": "there is no step '{name}'. There are: {there}.",
        "zh": "没有“{name}”这一步。现有：{there}。",
    },
    "no-such-industry": {
        "en": "'{name}' is no industry of this playbook. Choose one of: {there}.",
        "zh": "这套打法没有“{name}”这个行业。可选：{there}。",
    },
    "no-such-ref": {
        "en": "git knows no '{name}' here, or there is no git. Fetch it first: git fetch origin {name}",
        "zh": "git 里没有“{name}”，或者这里没有 git。请先获取：git fetch origin {name}",
    },
    "no-such-rule": {
        "en": "there is no rule '{name}'. A finding names its rule; 'salescoach playbook show' names the exit criteria.",
        "zh": "没有名为“{name}”的规则。规则名写在每条结果里；出口条件见 salescoach playbook show。",
    },
    "no-such-run": {
        "en": "there is no run no. {number} of '{scenario}' with its present rubric in the history; there are {count}.",
        "zh": "历史里没有“{scenario}”按现行评分标准的第{number}次演练，共有{count}次。",
    },
    "no-such-shell": {
        "en": "'{name}' is no shell that can be completed in. Name one: {there}.",
        "zh": "“{name}”不是支持补全的 shell。请写其中之一：{there}。",
    },
    "no-such-stage": {
        "en": "there is no stage '{name}'. Choose one of: {there}.",
        "zh": "没有“{name}”这个阶段。可选：{there}。",
    },
    "no-such-step": {
        "en": "this stage has no step '{name}'. Choose one of: {there}.",
        "zh": "本阶段没有“{name}”这一步。可选：{there}。",
    },
    "no-such-value": {"en": "'{name}' is not one of: {there}.", "zh": "“{name}”不在可选范围：{there}。"},
    "no-such-visit": {
        "en": "there is no activity '{name}' in this deal. Those here: {there}.",
        "zh": "这个商机里没有“{name}”这次活动。现有：{there}。",
    },
    "no-talk": {
        "en": "there are no lines 'Name: text' in '{path}'.",
        "zh": "“{path}”里没有“姓名：内容”格式的对话。",
    },
    "no-terminal": {
        "en": "there is no terminal to ask on. Run it in a terminal, or answer with --answers FILE or"
        " this command's flags.",
        "zh": "没有可以提问的终端。请在终端里运行，或用 --answers FILE 及本命令的参数给出答案。",
    },
    "no-terminal-for-counts": {
        "en": "counting takes a terminal. Print an empty form with --form, and score it with --from FILE.",
        "zh": "计数需要在终端里进行。也可以用 --form 打印空白计数文件，填好后用 --from 文件 评分。",
    },
    "no-terminal-for-drill": {
        "en": "a drill is played at a terminal. Give the lines with --lines FILE, one a line.",
        "zh": "演练需要在终端里进行。也可以用 --lines 文件 给出要说的话，一行一句。",
    },
    "no-terminal-for-exam": {
        "en": "an exam is sat at a terminal. Print it with --paper FILE, or mark answers with --answers FILE, one a line.",
        "zh": "考试要在终端上进行。可用 --paper 文件 打印试卷，或用 --answers 文件 批改答案（每行一个）。",
    },
    "no-terminal-for-quiz": {
        "en": "a quiz is answered at a terminal. Give the answers with --answers FILE, one a line, or look at --stats.",
        "zh": "测验要在终端上作答。请用 --answers 文件 提供答案（每行一个），或用 --stats 查看进度。",
    },
    "no-visit": {
        "en": "no visit is planned in this deal. Run prep, or add one under activities.",
        "zh": "这个商机还没有计划拜访。请运行 prep，或在 activities 下加一条。",
    },
    "no-words-to-correct": {
        "en": "there are no words in this line to correct. Give a line with words.",
        "zh": "这句话里没有文字，无法更正。请给出有文字的一句。",
    },
    "not-a-file": {
        "en": "'{path}' is a folder, a pipe or a device. Name a regular file.",
        "zh": "“{path}”是文件夹、管道或设备。请指定普通文件。",
    },
    "not-a-folder": {
        "en": "'{path}' is a file, not a folder. Name another place.",
        "zh": "“{path}”是文件，不是文件夹。请指定别的位置。",
    },
    "not-a-plan": {
        "en": "'{path}' is no place for a plan. Name a file that ends in {suffix}, or - for standard output.",
        "zh": "“{path}”不能用来存放计划。请指定以 {suffix} 结尾的文件，或用 - 输出到标准输出。",
    },
    "not-a-scenario-file": {
        "en": "'{path}' is no name for a scenario. Name a file like rehearsal.yaml: letters, digits, - and _ (or Chinese characters only).",
        "zh": "“{path}”不能作为情景的文件名。请用 rehearsal.yaml 这样的名字：字母、数字、- 和 _，或全用汉字。",
    },
    "not-interactive": {
        "en": "there is no terminal to ask questions on. Give --answers FILE, or --no-input to plan with what there is.",
        "zh": "没有可以提问的终端。请用 --answers 文件 给出回答，或用 --no-input 按现有信息出计划。",
    },
    "nothing-passed": {
        "en": "nothing was passed yet by '{name}'. Passed runs count, exams first: salescoach drill play SCENARIO --exam",
        "zh": "“{name}”还没有通过任何演练。通过后才能出具：salescoach drill play 情景 --exam",
    },
    "nothing-to-waive": {
        "en": "'{name}' is no criterion of an exit that this move leaves. Those are: {there}.",
        "zh": "“{name}”不是这次要离开的阶段的出口条件。可以是：{there}。",
    },
    "nothing-unknown": {
        "en": "nothing is unknown in '{deal}': its stage's exit is earned. Move on with: salescoach advance {deal}",
        "zh": "“{deal}”没有未知的内容：本阶段的出口条件都已满足。请运行：salescoach advance {deal}",
    },
    "one-class": {
        "en": "say who is in the class in one way: --class, --players or --names.",
        "zh": "班级名单只能用一种方式给出：--class、--players 或 --names。",
    },
    "outside-root": {
        "en": "'{path}' lies outside of '{root}'. Use a place within the repo.",
        "zh": "“{path}”在“{root}”之外。请使用仓库以内的位置。",
    },
    "reserved-id": {
        "en": "'{name}' is a name that Windows keeps for itself. Choose another one.",
        "zh": "“{name}”是 Windows 的保留名称。请换一个。",
    },
    "usage": {
        "en": "{problem} See: {command} --help",
        "zh": "{problem} 请看：{command} --help",
    },
    "visit-without-people": {
        "en": "the visit '{visit}' of '{deal}' has nobody of theirs in it. Add whom you meet under people: of the visit, or run: salescoach prep {deal}",
        "zh": "“{deal}”的拜访“{visit}”里没有对方的人。请在该次拜访的 people 下写上要见的人，或运行：salescoach prep {deal}",
    },
    "waiver-refused": {
        "en": "{what}",
        "zh": "{what}",
    },
    "waives-what-holds": {
        "en": "'{there}' holds by itself, so a waiver is not needed. Leave that --waive out.",
        "zh": "“{there}”已经满足，用不着豁免。请去掉这个 --waive。",
    },
    "what-to-correct": {
        "en": 'say which line: "WHAT WAS SAID", or --line NUMBER of the last attempt, of --attempt SCENARIO or of --transcript FILE.',
        "zh": "请说明更正哪一句：直接写“原话”，或用 --line 给出最近一次演练、--attempt 情景、--transcript 文件 里的行号。",
    },
    "what-to-score": {
        "en": "say what to score: SCENARIO --counts, SCENARIO --from FILE, or --transcript FILE --seller NAME.",
        "zh": "请说明给什么评分：情景 --counts，情景 --from 文件，或 --transcript 文件 --seller 姓名。",
    },
}
