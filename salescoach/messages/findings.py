"""What is wrong with a file and what to do about it: one text per rule id."""

TEXTS = {
    "above-proof": {
        "en": "'{value}' is more than the customer showed: their proof says '{proven}'. Lower it, or record what proves it.",
        "zh": "“{value}”高于客户给出的证据：证据只到“{proven}”。请改低，或补上新的证据。",
    },
    "advance-unreachable": {
        "en": "no line can ask for '{value}'. Add words that name it ('about'), or examples ('ask_like').",
        "zh": "没有哪句话能提到“{value}”。请加上点明它的词（about）或例句（ask_like）。",
    },
    "alias": {
        "en": "'*{name}' stands for a value from elsewhere, which is not supported. Write the value "
        "itself here; put quotes around text that begins with '*'.",
        "zh": "“*{name}”引用了别处的值，不支持这种写法。请在此直接写出该值；若文字本身以 * 开头，请加引号。",
    },
    "ally-on-panel": {
        "en": "'{value}' sits on the evaluation panel and is planned as an ally. Take them out of the plan.",
        "zh": "“{value}”是评委，却被列为支持者。请从计划中拿掉。",
    },
    "already-there": {
        "en": "'{key_name}' is there already ({first}). Put it under 'change', or give the new one another id.",
        "zh": "“{key_name}”已经有了（{first}）。请写到 change 下，或给新的一项换个标识。",
    },
    "ambiguous-name": {
        "en": "'{value}' may mean several parts. Write one of them in full: {longer}.",
        "zh": "“{value}”可能指几处内容。请写全其中之一：{longer}。",
    },
    "anchor": {
        "en": "'&{name}' marks a value for reuse, which is not supported. Delete the mark and repeat "
        "the value where it is needed; put quotes around text that begins with '&'.",
        "zh": "“&{name}”是锚点，不支持引用复用。请删除该标记，在需要处重复写出该值；若文字本身以 & 开"
        "头，请加引号。",
    },
    "answer-twice": {
        "en": "two answers of the card '{value}' read alike, so that nobody can choose. Change one.",
        "zh": "卡片“{value}”有两个答案一样，没法选。请改掉一个。",
    },
    "answers-and-wrong": {
        "en": "the other 'answers' of the deck are what is wrong here. Delete 'wrong', or the deck's 'answers'.",
        "zh": "这套卡片写了 answers，其余各项就是错误答案。请删去 wrong，或删去整套的 answers。",
    },
    "answers-cannot-change": {
        "en": "the answers would change '{key_name}', and prep works on the deal's own. Change it in the deal first, or "
        "delete it here.",
        "zh": "答案不能更改“{key_name}”：prep 以商机文件里的为准。请先在商机文件中修改，或在此删除。",
    },
    "asks-absent": {
        "en": "'{value}' is not in the room. Ask somebody who is, or add them under 'people'.",
        "zh": "“{value}”不在场。请改问在场的人，或把他加到 people 里。",
    },
    "attendee-without-interest": {
        "en": "we do not know what '{value}' wants, and no question asks. Fill in 'wants', or ask.",
        "zh": "不知道“{value}”想要什么，也没有问题去问。请填写 wants，或安排一个问题。",
    },
    "bad-count": {
        "en": "'{value}' cannot be a count here. Write a whole number from 1 up to what there is, or 'all'.",
        "zh": "“{value}”不能作为这里的数量。请写 1 到总数之间的整数，或 all。",
    },
    "bad-id": {
        "en": "'{value}' cannot be an id. Use letters, digits, '-' and '_', or Chinese characters only.",
        "zh": "“{value}”不能用作标识。请只用字母、数字、- 和 _，或只用汉字。",
    },
    "bad-utf-8": {
        "en": "the byte {byte} at offset {offset} is not valid UTF-8: the file is cut off or in "
        "another encoding. Retype this place and save the file as UTF-8.",
        "zh": "第 {offset} 字节处的 {byte} 不是有效的 UTF-8：文件不完整，或使用了其他编码。请重新输入"
        "此处内容，并另存为 UTF-8。",
    },
    "bad-value": {
        "en": "'{value}' is no single value. Write a value, 'known', or a list of values.",
        "zh": "“{value}”不是单个值。请写一个值、known，或由值组成的列表。",
    },
    "band-too-early": {
        "en": "the band begins at {value}, not after the one before it ({before}). Put the bands in order.",
        "zh": "这一段从 {value} 开始，不晚于上一段（{before}）。请按先后排列。",
    },
    "card-nowhere": {
        "en": "'{value}' leads nowhere in the playbook. Write an address such as criteria.quadrant=killer or stages/step4_criteria.",
        "zh": "打法里找不到“{value}”。请写地址，例如 criteria.quadrant=killer 或 stages/step4_criteria。",
    },
    "card-twice": {
        "en": "card no. {first} has the id '{value}' already. Give one of the two another id.",
        "zh": "第 {first} 张卡片的标识已经是“{value}”。请给其中一张换个标识。",
    },
    "cell-or-choices": {
        "en": "the cells of '{value}' need either parts or choices. Keep one of 'cell' and 'choices'.",
        "zh": "“{value}”的格子要么有分项，要么有选项。cell 和 choices 请二选一。",
    },
    "chain-out-of-order": {
        "en": "'{value}' is of the type '{type}', which comes before '{after}'. Move it up in the chain.",
        "zh": "“{value}”属于“{type}”，应排在“{after}”之前。请在提问路线中把它往前移。",
    },
    "close-date-gone": {
        "en": "the deal was to close on {value}, today is {today}. Ask the customer for their date, or enter the result.",
        "zh": "原定 {value} 成交，今天是 {today}。请向客户问清日期，或填写结果。",
    },
    "colon-in-value": {
        "en": "there is a second ': ' on this line. Put quotes around the text that holds it.",
        "zh": "这一行出现了第二个“: ”。请给包含它的文字加上引号。",
    },
    "commitment-moves-nothing": {
        "en": "'{value}' is not open at this stage, so nothing moves. Choose one that is: {names}.",
        "zh": "“{value}”不是本阶段未满足的条件，什么也推动不了。请改为：{names}。",
    },
    "commitment-no-advance": {
        "en": "'{value}' is a continuation, no advance: it lacks {lacks}. Add what is missing, or ask for something smaller.",
        "zh": "“{value}”只是拖延，不算进展：缺 {lacks}。请补上，或退一步要小一点的承诺。",
    },
    "commitment-ours": {
        "en": "'{value}' is what we do. Write what a customer person does.",
        "zh": "“{value}”是我们自己做的事。请写客户的人要做什么。",
    },
    "commitment-too-early": {
        "en": "it is due on {value}, before the visit on {visit}. Correct the day.",
        "zh": "期限 {value} 早于拜访日 {visit}。请更正日期。",
    },
    "commitments-alike": {
        "en": "the best and the least are the same ('{value}'). Make the least one smaller and reversible.",
        "zh": "“最好”和“至少”是同一件事（“{value}”）。请把“至少”写得小一点、可以反悔。",
    },
    "control-character": {
        "en": "the control character {character} stands here (in all: {count}). Delete it; it cannot "
        "be seen, so retype the words around it.",
        "zh": "此处有控制字符 {character}（共 {count} 个）。请删除；它不可见，可重新输入前后的文字。",
    },
    "corrected-twice": {
        "en": "'{value}' is corrected in line {first} already. Delete one of the two.",
        "zh": "“{value}”在第 {first} 行已经更正过。请删去其中一条。",
    },
    "critical-with-points": {
        "en": "'{value}' fails the run when it happens, so it earns no points. Delete 'points', or 'critical'.",
        "zh": "“{value}”一出现就不及格，不计分。请删除 points，或删除 critical。",
    },
    "customer-ahead": {
        "en": "what the customer did on {date} ({address}) shows them at '{value}', further than '{stage}'. Catch up: say what was missed with late_entry: true, or move the deal.",
        "zh": "客户 {date} 的行动（{address}）表明他们已到“{value}”，走在“{stage}”前面。请赶上：注明 late_entry: true，或推进阶段。",
    },
    "day-gone": {
        "en": "the visit was planned for {value}, today is {today}. Set another day, or mark it done or cancelled.",
        "zh": "拜访原定 {value}，今天是 {today}。请改期，或标为已完成或取消。",
    },
    "deal-bad-id": {
        "en": "'{value}' cannot be the name of a deal's folder. Use small letters, digits, '-' and '_', or Chinese characters.",
        "zh": "“{value}”不能用作商机文件夹的名称。请用小写字母、数字、- 和 _，或汉字。",
    },
    "deal-long-id": {
        "en": "the folder's name '{value}' is too long for some systems. Shorten it.",
        "zh": "文件夹名称“{value}”过长，有的系统放不下。请改短。",
    },
    "deal-reserved-id": {
        "en": "'{value}' is a name that Windows keeps for itself. Rename the folder.",
        "zh": "“{value}”是 Windows 保留的名称。请给文件夹改名。",
    },
    "depends-on-itself": {
        "en": "'{value}' depends on itself, by 'only_if' or by what it is computed from. Break the circle.",
        "zh": "“{value}”通过 only_if 或计算来源依赖了自己。请断开这个循环。",
    },
    "derived-has-no-setter": {
        "en": "'{key_name}' is computed and cannot be typed in. Delete this line.",
        "zh": "“{key_name}”由工具推算，不能手填。请删除这一行。",
    },
    "derived-not-provable": {
        "en": "'{value}' is computed, so nothing proves it. Ask proof of the fields it is computed from.",
        "zh": "“{value}”由计算得出，无法直接证明。请改为要求证明它的来源字段。",
    },
    "done-ahead": {
        "en": "it is marked as done on {value}, and today is {today}. Correct the day, or mark it as planned.",
        "zh": "标为 {value} 已完成，而今天是 {today}。请更正日期，或标为计划中。",
    },
    "duplicate-id": {
        "en": "the id '{value}' stands in line {first} already. Give one of the two another id.",
        "zh": "标识“{value}”在第 {first} 行已经有了。请给其中一条换个标识。",
    },
    "duplicate-key": {
        "en": "the key '{key}' stands in line {first} and again in line {second}. Keep one of them.",
        "zh": "键“{key}”在第 {first} 行已有，第 {second} 行又出现。请只保留一个。",
    },
    "empty-condition": {
        "en": "the condition says nothing. Write 'known' or what the field must be, or delete it.",
        "zh": "这个条件是空的。请写 known 或具体要求，否则请删除。",
    },
    "empty-text": {
        "en": "the text is empty. Write it, or delete its key.",
        "zh": "文字为空。请填写，或删除这个键。",
    },
    "evidence-in-the-future": {
        "en": "the day '{value}' is still to come (today: {today}), so this cannot count yet. Correct the date.",
        "zh": "日期“{value}”还没到（今天是 {today}），这条证据暂不算数。请更正日期。",
    },
    "evidence-needs-value": {
        "en": "evidence for '{value}' must say which value it proves. Add 'value:' with the value it was for.",
        "zh": "“{value}”的证据要写明证明的是哪个值。请加上 value。",
    },
    "evidence-too-old": {
        "en": "the newest proof is of {value}, more than a year old: the tool does not offer it any more. Check it again and write the new date.",
        "zh": "最近一次核实是 {value}，已超过一年，系统不再提供这条内容。请重新核实并写上新日期。",
    },
    "example-beside": {
        "en": "the example '{value}' is heard as {heard} ({sure} %), and '{of}' is reached by {types}. Ask it in another "
        "way, or write 'types: [{also}]' into this reaction.",
        "zh": "例句“{value}”被听成 {heard}（{sure}%），问不到“{of}”：能问到它的是 {types}。请换一种问法，或在这一条里写 types: [{also}]。",
    },
    "example-elsewhere": {
        "en": "the example '{value}' is more about '{other}' than about '{of}'. Write what sets the two apart, there or "
        "in their 'about'.",
        "zh": "例句“{value}”更像在问“{other}”，而不是“{of}”。请在例句或两者的 about 里写出区别。",
    },
    "example-no-request": {
        "en": "the example '{value}' is heard as {heard} ({sure} %), no request for a next step. Ask one person for one "
        "action with a date.",
        "zh": "例句“{value}”被听成 {heard}（{sure}%），不是请对方做下一步。请写成：请某个人在某天之前做某件事。",
    },
    "extends-circle": {
        "en": "playbooks extend each other in a circle: {circle} ({places}). Delete one 'extends', or name another playbook.",
        "zh": "打法互相扩展，形成循环：{circle}（{places}）。请删除其中一个 extends，或改为别的打法。",
    },
    "fact-never-open": {
        "en": "a question of the type {types} reaches '{value}' only once its row is at {rungs}, and nothing the "
        "buyer tells brings it there. Let the buyer tell what comes before: the symptom, then an impact.",
        "zh": "{types} 类提问要等这一行到了 {rungs} 才能问到“{value}”，而客户说的话到不了那一步。请让客户先能说出前面的事实：先症状，再影响。",
    },
    "fact-not-in-truth": {
        "en": "the buyer tells '{value}', and 'truth' does not hold it. Write it there, or correct the address.",
        "zh": "客户会说出“{value}”，但 truth 里没有这一项。请在 truth 里写上，或更正地址。",
    },
    "fact-twice": {
        "en": "'{value}' is told by another record already ({first}). Put the words into one record.",
        "zh": "“{value}”已有另一条证据在说（{first}）。请合并成一条。",
    },
    "fact-unreachable": {
        "en": "nothing tells which question means '{value}'. Add words that name it ('about') or examples "
        "('ask_like') to its reaction.",
        "zh": "看不出哪句提问问的是“{value}”。请在它的 reactions 条目里加上点明它的词（about）或例句（ask_like）。",
    },
    "fact-without-types": {
        "en": "no question of the playbook reveals '{value}', so no line reaches it. Say in its reaction which "
        "do: 'types: [P]'.",
        "zh": "打法里没有问题能问出“{value}”，所以没有哪句话问得到。请在它的 reactions 条目里写明类型：types: [P]。",
    },
    "fact-without-words": {
        "en": "the buyer has no words for '{value}'. Add 'words' in every language, or 'says' to its reaction.",
        "zh": "客户说出“{value}”时没有台词。请补上各语言的 words，或在 reactions 里写 says。",
    },
    "facts-in-a-circle": {
        "en": "these facts wait for each other, so none is ever told: {circle}. Take one of these out of 'after' "
        "where another one waits for it.",
        "zh": "这些事实互相等待，永远说不出来：{circle}。请从某一条的 after 里去掉它所等待的那个。",
    },
    "field-does-not-exist": {
        "en": "'{key_name}' does not apply to this entry as it stands. Delete it, or change what it depends on.",
        "zh": "按这一条目前的内容，“{key_name}”不适用。请删除，或修改它所取决于的内容。",
    },
    "field-twice": {
        "en": "'{key_name}' stands in another file already. Keep one of them.",
        "zh": "“{key_name}”已写在另一个文件里。请只保留一处。",
    },
    "flow-extra-key": {
        "en": "'{key}' became a key of its own, because a comma ends a value between braces. Quote "
        "the text or write it in block style.",
        "zh": "花括号中逗号会结束一个值，“{key}”因此成了单独的键。请给文字加引号，或改用分行写法。",
    },
    "flow-sentence": {
        "en": "the text '{text}' is not read alike by all YAML programs between brackets. Quote it "
        "or write it in block style.",
        "zh": "括号中的文字“{text}”在不同 YAML 程序中读法不一。请加引号，或改用分行写法。",
    },
    "flow-slot": {
        "en": "the slot '{{{slot}}}' is read as a mapping. Put quotes around the text.",
        "zh": "槽位“{{{slot}}}”被读成了映射。请给文字加引号。",
    },
    "full-width-bracket": {
        "en": "'{character}' is not closed; a full-width bracket does not count. Close it with a "
        "half-width one.",
        "zh": "“{character}”没有闭合，全角括号不算。请用半角括号闭合。",
    },
    "full-width-colon": {
        "en": "the full-width colon '：' does not end a key. Write ': ', a half-width colon and a space.",
        "zh": "全角冒号“：”不能用在键名之后。请改为半角冒号加空格“: ”。",
    },
    "full-width-quote": {
        "en": "the text opened with {character} is not closed; a full-width quote does not count. "
        "Close it with {character}.",
        "zh": "以 {character} 开头的文字没有结束，全角引号不算。请用半角 {character} 结束。",
    },
    "gate-earned": {
        "en": "everything that this stage asks for is there. Move on: salescoach advance {deal}",
        "zh": "本阶段要求的都已具备。可以推进：salescoach advance {deal}",
    },
    "harm-unproven": {
        "en": "'{value}' is asked about without {lacks}. Complete it, or leave it out.",
        "zh": "问到了“{value}”，却缺少：{lacks}。请补齐，或不要用。",
    },
    "history-ahead": {
        "en": "{value} is still ahead, today is {today}. Correct the day.",
        "zh": "{value} 还没到，今天是 {today}。请更正日期。",
    },
    "history-differs": {
        "en": "'{value}' stands here, and '{stage}' elsewhere: stage and stage_history tell two stories. Correct one of them.",
        "zh": "这里写的是“{value}”，另一处是“{stage}”：stage 和 stage_history 说法不一。请改正其一。",
    },
    "history-disorder": {
        "en": "{value} comes before {before}, which stands before it. Put the days in order.",
        "zh": "{value} 早于前面的 {before}。请理顺日期。",
    },
    "id-not-file": {
        "en": "the id is '{value}' and the file is called '{file}'. Give both the same name.",
        "zh": "标识是“{value}”，文件名却是“{file}”。请改成一样。",
    },
    "id-reserved": {
        "en": "the id '{value}' has a meaning of its own here. Choose another one.",
        "zh": "标识“{value}”在这里另有含义。请换一个。",
    },
    "id-taken": {
        "en": "the id '{value}' is used already ({first}). Give this one another id, or delete it.",
        "zh": "标识“{value}”已被使用（{first}）。请换一个标识，或删除此项。",
    },
    "key-not-text": {
        "en": "the key '{key}' is not text. Keys are text: quote it, or give it a name.",
        "zh": "键“{key}”不是文字。键必须是文字：请加引号，或换一个名称。",
    },
    "keys-or-keys-from": {
        "en": "the cells of '{value}' need keys from one place. Keep one of 'keys' and 'keys_from'.",
        "zh": "“{value}”的格子需要且只需要一个键的来源。keys 和 keys_from 请二选一。",
    },
    "kind-or-derived": {
        "en": "'{value}' is either typed in or computed. Keep one of 'kind' and 'derived'.",
        "zh": "“{value}”要么填写，要么计算得出。kind 和 derived 请二选一。",
    },
    "less-than": {
        "en": "'{value}' is less than '{name}', which is {least}. Write a larger number.",
        "zh": "“{value}”小于 {name} 的值 {least}。请改大。",
    },
    "level-leapt": {
        "en": "from '{before}' to '{value}' in one step: one event moves a person by one level at most. Record the step between, or lower it.",
        "zh": "从“{before}”一步到“{value}”：一次接触最多升一级。请补记中间一级，或改低。",
    },
    "line-crossed": {
        "en": "'{value}' points to a line not to cross: {title} ({gate}). Take it out, or ask your counsel.",
        "zh": "“{value}”碰到不可越过的线：{title}（{gate}）。请删除，或先问法务。",
    },
    "merge-conflict": {
        "en": "there is an unresolved merge conflict in lines {first}-{last}. Keep the right lines "
        "and delete the markers.",
        "zh": "第 {first}-{last} 行有未解决的合并冲突。请保留正确的内容，并删除冲突标记。",
    },
    "mine-without-trigger": {
        "en": "nothing sets off '{value}'. Add 'acts' or 'words'.",
        "zh": "没有什么会触发“{value}”。请加上 acts 或 words。",
    },
    "missing-key": {
        "en": "'{key_name}' is missing here. Add it.",
        "zh": "这里缺少“{key_name}”。请补上。",
    },
    "missing-key-with": {
        "en": "'{key_name}' is missing here. Add it, with: {parts}.",
        "zh": "这里缺少“{key_name}”。请补上，其中要有：{parts}。",
    },
    "missing-parameter": {
        "en": "'{kind}' needs '{value}'. Add it.",
        "zh": "“{kind}”需要“{value}”。请补上。",
    },
    "missing-situations": {
        "en": "there is no line for: {names}. Add one or more for each.",
        "zh": "以下情形还没有台词：{names}。请每种至少写一句。",
    },
    "missing-translation": {
        "en": "the text is missing in: {languages}. Add it.",
        "zh": "缺少以下语言的文字：{languages}。请补上。",
    },
    "missing-words": {
        "en": "words are missing in: {languages}. Add them: whoever drills in that language is not understood.",
        "zh": "缺少以下语言的词：{languages}。请补上，否则用这种语言演练时听不懂。",
    },
    "mix-beside-the-stage": {
        "en": "no question is about what this stage is about: {names}. Add one.",
        "zh": "没有问题涉及本阶段的重点：{names}。请补一个。",
    },
    "mixed-line-endings": {
        "en": "the lines end in different ways (CRLF: {crlf}, LF: {lf}, CR: {cr}). Let your editor "
        "convert them all to LF.",
        "zh": "行尾格式不统一（CRLF：{crlf}，LF：{lf}，CR：{cr}）。请用编辑器统一转换为 LF。",
    },
    "money-as-text": {
        "en": "'{value}' is text, not an amount. Write {number}.",
        "zh": "“{value}”是文字，不是金额。请写成 {number}。",
    },
    "mood-too-high": {
        "en": "the mood never gets to {value}: it rises with summaries, objections settled and 'feel', "
        "here to {most} at most. Lower it.",
        "zh": "情绪到不了 {value}：小结、化解异议和 feel 会让它上升，这里最多到 {most}。请改低。",
    },
    "moved-back": {
        "en": "the deal went back from '{before}' to '{value}' without a reason. Write 'reason' in stage_history: what changed at the customer?",
        "zh": "商机从“{before}”退回“{value}”，没有写原因。请在 stage_history 里写 reason：客户那边变了什么？",
    },
    "must-not-covered": {
        "en": "'{value}' ({title}) must hold before this stage can be left, and nothing in this visit works on it. Add a question or a commitment for it.",
        "zh": "“{value}”（{title}）是离开本阶段必须满足的条件，这次拜访却没有涉及。请为它加一个问题或承诺。",
    },
    "musts-against-pass": {
        "en": "{passes} of {criteria} criteria pass and {musts} are musts ({rigour}): the others only "
        "decorate, or the number says nothing. Set 'pass' above the musts, or make every criterion a must "
        "and 'pass' their number.",
        "zh": "{criteria} 个条件中满足 {passes} 个即可通过，其中必备 {musts} 个（{rigour}）：其余条件形同虚设，"
        "或数目不起作用。请让 pass 大于必备数，或全部设为必备且 pass 等于总数。",
    },
    "needless-key": {
        "en": "'{key_name}' has no meaning for the kind '{kind}'. Delete it, or change the kind.",
        "zh": "“{key_name}”对类型“{kind}”没有意义。请删除，或更换类型。",
    },
    "needs-extends": {
        "en": "'{key_name}' needs a playbook to work on. Add 'extends' with its name, or delete this.",
        "zh": "“{key_name}”需要有一个被扩展的打法。请加上 extends 写明它的名称，或删除此项。",
    },
    "needs-other-first": {
        "en": "'{value}' is given without '{first}', which must come before it. Add '{first}', or delete this.",
        "zh": "写了“{value}”，却没有“{first}”，而后者必须在前。请补上“{first}”，或删除这一项。",
    },
    "nested-one-of": {
        "en": "'one_of' stands within 'one_of'. Write all alternatives in one list.",
        "zh": "one_of 里又有 one_of。请把各种可能写进同一个列表。",
    },
    "never-if-needed": {
        "en": "this can never happen: it needs '{act}', and '{value}' rules it out. Delete one of the two.",
        "zh": "永远不会发生：它需要“{act}”，而“{value}”又把它排除了。请删除其中一个。",
    },
    "no-advance": {
        "en": "'{value}' is a continuation, no advance: it lacks {lacks}. Agree on what is missing, or take it out of the commitments.",
        "zh": "“{value}”只是拖延，不算进展：缺 {lacks}。请与客户谈定，或从承诺中去掉。",
    },
    "no-advance-to-earn": {
        "en": "'{value}' of the rubric counts an advance, and the buyer grants none. Add one whose row says who "
        "does what, by when, what it costs and what it moves.",
        "zh": "评分项“{value}”要看进展，而客户一个也不会答应。请加一个：该行写明谁、做什么、何时之前、付出什么、推动哪一条。",
    },
    "no-choices": {
        "en": "'{value}' needs choices. Add 'choices', or use another kind.",
        "zh": "“{value}”需要选项。请添加 choices，或改用其他类型。",
    },
    "no-commitment": {
        "en": "the visit has no '{rung}' commitment. Write what a named customer person will do, by when, at what cost to them, and which criterion it moves.",
        "zh": "这次拜访没有“{rung}”承诺。请写明客户哪一位、做什么、哪天之前、付出什么、推动哪一条。",
    },
    "no-day": {"en": "the visit has no date. Write it under 'date'.", "zh": "拜访没有日期。请写到 date 下。"},
    "no-deal-file": {
        "en": "'{value}' holds no deal.yaml. Put it there, or delete the folder.",
        "zh": "“{value}”里没有 deal.yaml。请补上，或删除该文件夹。",
    },
    "no-languages": {
        "en": "the playbook names no language. Add at least one to 'languages'.",
        "zh": "打法没有写明语言。请在 languages 中至少写一种。",
    },
    "no-lines": {
        "en": "there is no line for '{value}'. Write one, or delete the key.",
        "zh": "“{value}”下面没有台词。请写一句，或删除这个键。",
    },
    "no-minutes": {
        "en": "the visit has no length. Write it under 'minutes'.",
        "zh": "拜访没有时长。请写到 minutes 下。",
    },
    "no-people": {
        "en": "the table '{value}' is missing: every playbook needs it. Add it, with the fields {fields}.",
        "zh": "缺少表“{value}”，每个打法都需要它。请添加，并包含字段：{fields}。",
    },
    "no-plan": {
        "en": "no plan is written for this visit ('{path}'). Run: salescoach plan {deal}",
        "zh": "这次拜访还没有写计划（“{path}”）。请运行：salescoach plan {deal}",
    },
    "no-playbook-file": {
        "en": "there is no 'playbook.yaml' in this folder. Create it, or name a playbook's folder.",
        "zh": "这个文件夹里没有 playbook.yaml。请新建，或改用打法所在的文件夹。",
    },
    "no-question-reaches": {
        "en": "no question serves the criterion '{value}'. Add one that 'wins' it or 'reveals' a field it needs.",
        "zh": "没有任何问题能推动条件“{value}”。请添加一个问题，用 wins 指向它，或用 reveals 指向它需要的字段。",
    },
    "no-questions": {
        "en": "the visit has no questions. Run 'salescoach prep', or write them under 'questions'.",
        "zh": "这次拜访没有问题清单。请运行 salescoach prep，或写到 questions 下。",
    },
    "no-request": {
        "en": "no question asks for a commitment. Add one, in your own words where the playbook has none for it.",
        "zh": "没有一个问题是请客户承诺的。请补上；打法里没有现成的，就用自己的话写。",
    },
    "no-row-title": {
        "en": "the table '{value}' does not say what names a row. Add 'row_title' with one of its fields.",
        "zh": "表“{value}”没有说明每行叫什么。请用 row_title 指定一个字段。",
    },
    "no-step-fills": {
        "en": "'{criterion}' needs '{value}', which no step up to '{stage}' fills. Add it to a step.",
        "zh": "“{criterion}”需要“{value}”，但直到“{stage}”都没有步骤填写它。请加入某个步骤。",
    },
    "no-such-address": {
        "en": "'{value}' leads nowhere. Name a field, a cell or an exit criterion that there is.",
        "zh": "“{value}”没有对应的位置。请写一个存在的字段、格子或出口条件。",
    },
    "no-such-cell": {
        "en": "there is no cell '{value}' here. Use one of: {names}.",
        "zh": "这里没有“{value}”这一格。可用的有：{names}。",
    },
    "no-such-criterion": {
        "en": "there is no exit criterion '{value}'. Use one of: {names}.",
        "zh": "没有“{value}”这个出口条件。可用：{names}。",
    },
    "no-such-playbook": {
        "en": "there is no playbook '{value}'. 'salescoach playbook list' names those there are.",
        "zh": "没有名为“{value}”的打法。用 salescoach playbook list 查看已有的。",
    },
    "no-such-row": {
        "en": "'{table}' has no entry with the id '{value}'. Add it there, or correct the id.",
        "zh": "“{table}”里没有标识为“{value}”的条目。请先在那里添加，或更正标识。",
    },
    "no-such-stage": {
        "en": "the playbook has no stage '{value}'. Use one of: {names}.",
        "zh": "打法里没有“{value}”这个阶段。可用：{names}。",
    },
    "no-talker": {
        "en": "nobody talks like '{value}'. Give the buyer one of these personalities: {names}.",
        "zh": "没有“{value}”这种说话方式。请给客户换成以下性格之一：{names}。",
    },
    "no-who": {
        "en": "the rows of '{value}' belong to no person, so no role picks them. Add 'who' to the worksheet.",
        "zh": "“{value}”的行不属于任何人，无法按角色挑选。请在工作表里添加 who。",
    },
    "no-words": {
        "en": "there are no words in '{value}'. Write the line as it was said, or delete the correction.",
        "zh": "“{value}”里没有文字。请照原话写，或删去这条更正。",
    },
    "no-wrong-answer": {
        "en": "the card '{value}' has no wrong answer to choose. Add some under 'wrong', or give the deck 'answers'.",
        "zh": "卡片“{value}”没有可选的错误答案。请在 wrong 下补上，或给整套写 answers。",
    },
    "nobody-in-the-room": {
        "en": "nobody of theirs is named. Write who will be there under 'people'.",
        "zh": "没有写客户哪些人参加。请写到 people 下。",
    },
    "not-a-choice": {
        "en": "'{value}' is not one of the choices. Use one of: {choices}.",
        "zh": "“{value}”不在可选值之中。请从中选用：{choices}。",
    },
    "not-a-count": {
        "en": "'{value}' cannot be counted to. Write a whole number from 1 up.",
        "zh": "“{value}”不能用来计数。请写 1 以上的整数。",
    },
    "not-a-currency": {
        "en": "'{value}' is no currency code. Write three capital letters, such as CNY.",
        "zh": "“{value}”不是货币代码。请写三个大写字母，例如 CNY。",
    },
    "not-a-date": {
        "en": "'{value}' is not a date of the calendar. Write year-month-day: 2026-12-02.",
        "zh": "“{value}”不是有效日期。请按年-月-日书写：2026-12-02。",
    },
    "not-a-deal": {
        "en": "'{value}' is no deal: it needs keys and values, such as 'customer: …'. Write it as 'key: value'.",
        "zh": "“{value}”不是商机：需要“键: 值”的内容，例如“customer: …”。请按“键: 值”书写。",
    },
    "not-a-folder": {
        "en": "'{key_name}' cannot be split into a folder. Put all of it into '{key_name}.yaml'.",
        "zh": "“{key_name}”不能拆成文件夹。请全部写进 {key_name}.yaml。",
    },
    "not-a-list": {
        "en": "'{value}' is not a list. Write one, with '-' before each entry.",
        "zh": "“{value}”不是列表。请写成列表，每项前加“-”。",
    },
    "not-a-mapping": {
        "en": "'{value}' is not a mapping. Write 'key: value' lines here.",
        "zh": "“{value}”不是键值对。请写成“键: 值”的形式，每项一行。",
    },
    "not-a-moment": {
        "en": "'{value}' is no moment of a talk. Write minutes and seconds: \"1:05\".",
        "zh": '“{value}”不是对话中的时刻。请写成分和秒："1:05"。',
    },
    "not-a-number": {
        "en": "'{value}' is not a number. Write digits only, without units or quotes.",
        "zh": "“{value}”不是数字。请只写数字，不带单位，不加引号。",
    },
    "not-a-percentage": {
        "en": "'{value}' is not a percentage. Write a number from 0 to 100, without the sign.",
        "zh": "“{value}”不是百分比。请写 0 到 100 之间的数，不带百分号。",
    },
    "not-a-tally": {
        "en": "'{value}' is no count of an observer. Write a whole number, or {{number: 4, also: 2}}.",
        "zh": "“{value}”不是观察者的计数。请写整数，或 {{number: 4, also: 2}}。",
    },
    "not-a-time": {
        "en": "'{value}' is not a time of day. Write hours and minutes: \"14:00\".",
        "zh": '“{value}”不是有效时刻。请写成时和分："14:00"。',
    },
    "not-a-whole-number": {
        "en": "'{value}' is not a whole number that can stand here. Write one, without quotes.",
        "zh": "“{value}”不是这里可用的整数。请写整数，不加引号。",
    },
    "not-about-cells": {
        "en": "'cells' and 'known' go together, on a field of the kind 'cells' ('{value}'). Correct them.",
        "zh": "cells 与 known 须一起使用，而且只用于类型为 cells 的字段（“{value}”）。请更正。",
    },
    "not-an-advance": {
        "en": "'{value}' is asked for to pass and is no advance: it lacks {lacking}. Add it to the row.",
        "zh": "通过条件要求取得“{value}”，但它不算进展：缺少 {lacking}。请在该行补上。",
    },
    "not-days": {
        "en": "'{value}' is not a number of days. Write a whole number from 1 to {most}, without quotes.",
        "zh": "“{value}”不是有效的天数。请写 1 到 {most} 的整数，不加引号。",
    },
    "not-finite": {
        "en": "'{text}' is not a finite number. Write a number, or quote it if it is text.",
        "zh": "“{text}”不是有限的数值。请写具体数字；若是文字请加引号。",
    },
    "not-in-a-cell": {
        "en": "the part '{value}' of a cell is computed, conditional or made of cells. Make it a plain field.",
        "zh": "格子里的“{value}”不能是计算字段、条件字段或嵌套格子。请改为普通字段。",
    },
    "not-in-base": {
        "en": "the playbook that is extended has no '{value}' here. Correct the name, or put something new under 'add'.",
        "zh": "被扩展的打法在这里没有“{value}”。请更正名称；若是新内容，请写到 add 下。",
    },
    "not-in-library": {
        "en": "no worksheet '{value}' takes rows from the library. Correct the name, or write 'suggest_new: library' in it.",
        "zh": "没有表单从素材库取“{value}”的内容。请更正名称，或在该表单写上 suggest_new: library。",
    },
    "not-minutes": {
        "en": "'{value}' is not a number of minutes. Write a whole number from 1 to {most}, without quotes.",
        "zh": "“{value}”不是有效的分钟数。请写 1 到 {most} 的整数，不加引号。",
    },
    "not-ordered": {
        "en": "'{value}' has no order, so nothing is more or less. Use 'is', or make it a 'scale'.",
        "zh": "“{value}”没有高低之分，无法比较。请改用 is，或改为 scale 类型。",
    },
    "not-text": {
        "en": "'{value}' is not text. Put quotes around it, or write text here.",
        "zh": "“{value}”不是文字。请加引号，或在此写文字。",
    },
    "not-utf-8": {
        "en": "the file is saved as {encoding}. Open it in your editor and save it as UTF-8.",
        "zh": "文件以 {encoding} 编码保存。请在编辑器中打开，并另存为 UTF-8。",
    },
    "not-yes-no": {
        "en": "'{value}' is neither true nor false. Write true or false, without quotes.",
        "zh": "“{value}”既不是 true 也不是 false。请写 true 或 false，不加引号。",
    },
    "nothing-settles": {
        "en": "nothing settles '{value}'. Name the acts that do.",
        "zh": "没有什么能化解“{value}”。请写明哪些行为可以。",
    },
    "nothing-to-sum-up": {
        "en": "there is nothing to sum up before this: no other fact is told. Delete 'after_summaries', or add a "
        "fact.",
        "zh": "在此之前没有可小结的内容：没有别的事实。请删除 after_summaries，或增加一个事实。",
    },
    "number-out-of-range": {
        "en": "the number {value} is too large or too small to be kept. Check its digits.",
        "zh": "数字 {value} 超出可保存的范围。请检查位数。",
    },
    "number-too-long": {
        "en": "the number '{text}' has more digits than can be kept. Quote it if it is a code, or "
        "correct it.",
        "zh": "数字“{text}”位数过多。若是编号请加引号，否则请更正。",
    },
    "objection-without-beat": {
        "en": "'{value}' is never raised. Add its 'minute', or the 'acts' that it follows.",
        "zh": "“{value}”永远不会提出来。请写明第几分钟（minute），或跟在哪些行为之后（acts）。",
    },
    "our-act": {
        "en": "'{value}' is what we did or felt, offered as proof of '{address}'. It proves nothing: record what the customer did, wrote or said.",
        "zh": "“{value}”是我们做的或我们的感觉，却拿来证明“{address}”。这不算数：请记下客户做了、写了或说了什么。",
    },
    "outside-the-talk": {
        "en": "minute {value} is outside of the talk. Write one from {least} to {most}, or make the talk longer.",
        "zh": "第 {value} 分钟不在谈话时间内。请写 {least} 到 {most}，或加长谈话。",
    },
    "part-outside-report": {
        "en": "only frames of a report have a part ('{value}'). Delete 'part', or change the type.",
        "zh": "只有汇报句式才有 part（“{value}”）。请删除，或更换类型。",
    },
    "pass-too-large": {
        "en": "{passes} criteria must hold, but there are {criteria} ({rigour}). Lower 'pass'.",
        "zh": "要求满足 {passes} 个条件，但只有 {criteria} 个（{rigour}）。请调低 pass。",
    },
    "pass-too-small": {
        "en": "'pass' is {passes}, so nothing needs to hold ({rigour}). Set it to 1 or more.",
        "zh": "pass 为 {passes}，等于什么都不要求（{rigour}）。请设为 1 或以上。",
    },
    "people-needs-field": {
        "en": "the table 'people' needs a field '{value}' of the kind '{kind}'. Add or correct it.",
        "zh": "表 people 需要类型为“{kind}”的字段“{value}”。请添加或更正。",
    },
    "plan-missing": {
        "en": "'{value}' is not there. Write it with 'salescoach plan', or delete this line.",
        "zh": "“{value}”不存在。请用 salescoach plan 写出，或删除这一行。",
    },
    "plan-without-visit": {
        "en": "'{value}' is the plan of a visit that the deal does not have. Delete it, or put the visit back.",
        "zh": "“{value}”所属的拜访在商机里没有。请删除，或补回这次拜访。",
    },
    "playbook-broken": {
        "en": "the playbook '{value}' has errors, so the deal cannot be judged. Mend it first: salescoach playbook lint {value}",
        "zh": "打法“{value}”有错误，无法判断商机。请先修好：salescoach playbook lint {value}",
    },
    "points-not-whole": {
        "en": "the points come to {value} instead of {whole}. Change those of some rows.",
        "zh": "各项分数合计 {value}，应为 {whole}。请调整。",
    },
    "private-tracked": {
        "en": "'{value}' is private and git holds it, so everybody gets it. Take it out: git rm --cached '{value}'",
        "zh": "“{value}”是私密文件，却在 git 里，人人都能拿到。请移出：git rm --cached '{value}'",
    },
    "question-closed": {
        "en": "'{value}' must not be asked just now: a tender is open. Use the official channel only.",
        "zh": "“{value}”现在不能问：招标已经开始，只走正式渠道。",
    },
    "question-locked": {
        "en": "'{value}' is about something that cannot be talked about yet. No word on limits before the contract is signed and the first payment settled.",
        "zh": "“{value}”现在还不能谈。合同签了、首款有了着落，才谈边界。",
    },
    "question-not-for": {
        "en": "'{value}' is of the type '{type}', which is not for {person}: who decides hears a report, and is not interviewed. Ask somebody else.",
        "zh": "“{value}”属于“{type}”，不适合问{person}：决策者听汇报，不接受盘问。请改问别人。",
    },
    "question-reveals-nothing": {
        "en": "the question '{value}' serves nothing. Add 'reveals' or 'wins', or delete it.",
        "zh": "问题“{value}”没有用处。请添加 reveals 或 wins，否则请删除。",
    },
    "question-too-early": {
        "en": "'{value}' needs the problem '{row}' to be admitted first. Ask the question that lets them name it before.",
        "zh": "“{value}”要等对方承认“{row}”之后再问。请先问能让对方说出问题的那一句。",
    },
    "reaction-without-words": {
        "en": "nothing is told at '{value}': no evidence in 'truth' is for it, and the reaction has no 'says'. "
        "Add one of them, or correct the address.",
        "zh": "“{value}”没有可说的话：truth 里没有它的证据，这一条也没有 says。请补上其一，或更正地址。",
    },
    "remark-unreachable": {
        "en": "nothing tells which question gets this answer. Add words that name it ('about') or examples ('ask_like').",
        "zh": "看不出哪句提问会得到这个回答。请加上点明它的词（about）或例句（ask_like）。",
    },
    "repo-of-its-own": {
        "en": "'{value}' is a git repository of its own: this one holds none of its files, so nothing in it is checked. Delete the '.git' in it, or move it elsewhere.",
        "zh": "“{value}”自成一个 git 仓库：本仓库不保存其中的文件，所以没有检查。请删除其中的 .git，或把它移到别处。",
    },
    "result-ahead": {
        "en": "the result is of {value}, and today is {today}. Correct the day.",
        "zh": "结果日期是 {value}，而今天是 {today}。请更正日期。",
    },
    "result-without-date": {
        "en": "the result is '{value}', and no day says since when. Add result_date.",
        "zh": "结果是“{value}”，却没有日期。请补上 result_date。",
    },
    "result-without-reason": {
        "en": "the result is '{value}', and nothing says why. Add result_reason: what did the customer say?",
        "zh": "结果是“{value}”，却没有原因。请补上 result_reason：客户怎么说的？",
    },
    "review-overdue": {
        "en": "it was to be reviewed by {value}. Have its owner look at it and set the next day.",
        "zh": "应在 {value} 前复核。请负责人看过后，写上下次复核的日期。",
    },
    "rival-named": {
        "en": "this is said to the customer and names '{value}'. Speak of the kind of weakness and of the harm to the customer, without a name.",
        "zh": "这是要对客户说的话，却点了“{value}”的名。请只谈这类弱点和客户会受的危害，不点名。",
    },
    "row-never-full": {
        "en": "'{value}' of the rubric earns at most {can} of {points} points here: the scenario holds only "
        "{there} of what it counts. Add facts, or choose another rubric.",
        "zh": "评分项“{value}”在这里最多得 {can} 分（满分 {points}）：场景里只有 {there} 个可计的内容。请增加事实，或换一套评分表。",
    },
    "row-without-better": {
        "en": "'{value}' can lose points and says nothing about what to do instead. Add 'better'.",
        "zh": "“{value}”会丢分，却没写该怎么做。请加上 better。",
    },
    "row-without-points": {
        "en": "'{value}' earns nothing. Give it points, or make it critical.",
        "zh": "“{value}”不得分。请给它分数，或设为 critical。",
    },
    "said-at-the-top": {
        "en": "'{key_name}' is said at the top of the scenario. Delete it here.",
        "zh": "“{key_name}”已写在场景开头。请在这里删除。",
    },
    "same-deal": {
        "en": "the same customer and title as {other}. Keep one file, or give one of them another title.",
        "zh": "客户和标题与 {other} 相同。请只留一个文件，或给其中一个换个标题。",
    },
    "same-name": {
        "en": "'{value}' and '{other}' are one name where letters are not told apart. Rename one folder.",
        "zh": "“{value}”和“{other}”在不分大小写的系统上是同一个名称。请给其中一个改名。",
    },
    "score-too-high": {
        "en": "the score of {value} cannot be reached: this scenario gives {most} points at most. Lower it, or "
        "add what the rubric counts.",
        "zh": "达不到 {value} 分：这个场景最多只能得 {most} 分。请降低要求，或补上评分表要数的内容。",
    },
    "several-documents": {
        "en": "a second document begins here with '---'. Keep one document in a file: delete this "
        "line or move the rest.",
        "zh": "此处的“---”开始了第二个文档。一个文件只能有一个文档：请删除此行，或把其余内容移到另一个文件。",
    },
    "sign-without-words": {
        "en": "nothing shows '{value}'. Add its words.",
        "zh": "没有什么能看出“{value}”。请写上它的词。",
    },
    "slot-in-a-talk": {
        "en": "'{value}' stands in the text, and nobody fills slots in a talk. Write the words themselves.",
        "zh": "文字里有“{value}”，对话里没有人会填空。请直接写出内容。",
    },
    "slots-differ": {
        "en": "the slots in {language} ({slots}) are not those in {other} ({others}). Use the same in both.",
        "zh": "{language} 的槽位（{slots}）与 {other} 的（{others}）不同。请保持一致。",
    },
    "special-start": {
        "en": "text cannot begin with '{character}' unless it is quoted. Put double quotes around it.",
        "zh": "不加引号的文字不能以“{character}”开头。请用双引号括起来。",
    },
    "stage-aged": {
        "en": "{days} days in '{stage}' since {since}, {most} are usual. What did the customer do lately?",
        "zh": "从 {since} 起在“{stage}”已 {days} 天，一般不超过 {most} 天。客户最近做了什么？",
    },
    "stage-contradicted": {
        "en": "the deal says '{stage}', and the furthest that the customer went ({address}, {date}) shows them at '{value}'. A stage moves because the customer does: go back, or record what they did since.",
        "zh": "商机写的是“{stage}”，而客户走得最远的一步（{address}，{date}）只到“{value}”。阶段跟着客户走：请退回，或补记客户此后做了什么。",
    },
    "stage-skipped": {
        "en": "stage_history goes to '{value}' without {stages}. Record when they were entered and left, or write late_entry: true.",
        "zh": "stage_history 跳到“{value}”，没有 {stages}。请补记何时进入、何时离开，或写 late_entry: true。",
    },
    "stage-stalled": {
        "en": "{days} days in '{stage}' since {since}, {most} are usual: stalled. Agree on a step with a date, or suspend the deal.",
        "zh": "从 {since} 起在“{stage}”已 {days} 天，一般不超过 {most} 天：已停滞。请与客户约定下一步和日期，或暂停此商机。",
    },
    "stages-at-once": {
        "en": "from '{before}' to '{value}' in one change, over {stages}. Was each of them left on what the customer did?",
        "zh": "一次改动从“{before}”到“{value}”，越过 {stages}。每个阶段都是因客户的行动而离开的吗？",
    },
    "step-not-above": {
        "en": "no step above this one is called '{value}'. Name one of: {names}; or move the steps.",
        "zh": "这一步上面没有叫“{value}”的步骤。可写：{names}；也可以调整各步的先后。",
    },
    "step-twice": {
        "en": "step no. {first} has the id '{value}' already. Give one of the two another id.",
        "zh": "第 {first} 步的标识已经是“{value}”。请给其中一步换个标识。",
    },
    "stray-brace": {
        "en": "a single '{value}' stands in the text. Write a slot such as {{row}}, or delete the brace.",
        "zh": "文字里有单独的“{value}”。请写成 {{row}} 这样的槽位，或删除。",
    },
    "surrogate": {
        "en": "'{text}' is one half of a character and cannot be saved. Type the character itself.",
        "zh": "“{text}”只是半个字符，无法保存。请直接输入该字符。",
    },
    "tab-indent": {
        "en": "this line is indented with a tab (such lines in the file: {count}). Indent with "
        "spaces instead.",
        "zh": "此行用制表符缩进（文件中共 {count} 行）。请改用空格缩进。",
    },
    "table-or-form": {
        "en": "'{value}' is either a table or a form. Keep one of 'table' and 'form'.",
        "zh": "“{value}”要么是表，要么是表单。table 和 form 请二选一。",
    },
    "tag": {
        "en": "'{tag}' is a YAML tag, and tags are not supported. Delete it, or put quotes around "
        "text that begins with '!'.",
        "zh": "“{tag}”是 YAML 标签，不支持标签。请删除；若文字本身以 ! 开头，请加引号。",
    },
    "tender-open": {
        "en": "the tender is open and '{value}' is an evaluator: no contact. Use the official channel only.",
        "zh": "招标已开始，“{value}”是评委：不得接触，只走正式渠道。",
    },
    "text-after-quote": {
        "en": "there is more text after the closing quote. Put quotes around the whole text, with "
        '\\" for a quote within it.',
        "zh": '引号结束后还有文字。请给整段文字加引号，其中的引号写作 \\"。',
    },
    "too-big": {
        "en": "the file has {bytes} bytes, more than the {most} that are read. Split it, or move "
        "long texts elsewhere.",
        "zh": "文件有 {bytes} 字节，超过可读取的上限 {most} 字节。请拆分文件，或把长文本移到别处。",
    },
    "too-deep": {
        "en": "values are nested more than {most} levels deep. Make the file flatter; nothing here "
        "needs so many levels.",
        "zh": "嵌套超过 {most} 层。请减少层级，这里用不到这么多层。",
    },
    "too-few": {
        "en": "the list has {count} entries, too few. Write at least {least}.",
        "zh": "列表只有 {count} 项，太少。请至少写 {least} 项。",
    },
    "too-large": {
        "en": "'{value}' is too large. Write {most} or less.",
        "zh": "“{value}”太大。请写 {most} 或更小的数。",
    },
    "too-little-time": {
        "en": "the agenda takes at least {least} minutes ({each} for each question), the visit has {value}. Drop questions, or ask for more time.",
        "zh": "议程至少要 {least} 分钟（每个问题 {each} 分钟），拜访只有 {value} 分钟。请减问题，或多约一点时间。",
    },
    "too-many": {
        "en": "the list has {count} entries, too many. Keep at most {most}.",
        "zh": "列表有 {count} 项，太多。请最多保留 {most} 项。",
    },
    "too-many-of-a-type": {
        "en": "{count} questions of the type '{type}', at most {most} are good. Drop some: facts can be found out before.",
        "zh": "“{type}”类问题有 {count} 个，最多 {most} 个为宜。请减少，事实可以事先查清。",
    },
    "too-many-questions": {
        "en": "{count} questions are planned, more than {most}. Keep those that change the plan.",
        "zh": "计划了 {count} 个问题，超过 {most} 个。只留会改变计划的。",
    },
    "too-many-values": {
        "en": "the file holds more than {most} values. Split it into several files.",
        "zh": "文件包含的值超过 {most} 个。请拆分成多个文件。",
    },
    "too-small": {
        "en": "'{value}' is too small. Write {least} or more.",
        "zh": "“{value}”太小。请写 {least} 或更大的数。",
    },
    "typed-data-passes": {
        "en": "'{value}' can hold without any evidence from the customer. Add 'proven_by' or 'evidence', to "
        "each alternative of 'one_of' too.",
        "zh": "“{value}”没有任何客户证据也能成立。请添加 proven_by 或 evidence，one_of 的每种可能都要有。",
    },
    "unclosed-bracket": {
        "en": "'{character}' is never closed, or a comma is missing. Close it, or put each item on "
        "its own line.",
        "zh": "“{character}”没有闭合，或缺少逗号。请补上闭合括号，或每项单独写一行。",
    },
    "unclosed-quote": {
        "en": "the text opened with {character} is never closed. Add the same quote at its end.",
        "zh": "以 {character} 开头的文字没有结束。请在末尾补上同样的引号。",
    },
    "unknown-act": {
        "en": "there is no act '{value}' here. Use a type of line, an act that every drill notices, or a sign of "
        "the rubric: {names}.",
        "zh": "这里没有“{value}”这种行为。请用话的类型、每次演练都会注意的行为，或评分表里的行为信号：{names}。",
    },
    "unknown-advance": {
        "en": "the scenario has no advance '{value}'. Use one of: {names}.",
        "zh": "场景里没有“{value}”这个进展。可用的有：{names}。",
    },
    "unknown-beside-values": {
        "en": "'unknown' stands in a list beside values. Delete it, or write 'unknown' instead of the list.",
        "zh": "列表里 unknown 与其他值并列。请删去，或整个字段只写 unknown。",
    },
    "unknown-cell": {
        "en": "there is no cell '{value}'. Use a key that the field declares.",
        "zh": "没有“{value}”这一格。请使用该字段声明过的键。",
    },
    "unknown-cell-part": {
        "en": "the cells of this field have no part '{value}'. Use a part they declare.",
        "zh": "该字段的格子里没有“{value}”这一项。请使用已声明的项。",
    },
    "unknown-chain": {
        "en": "there is no chain '{value}'. Correct the id, or add the chain.",
        "zh": "没有提问路线“{value}”。请更正标识，或添加该提问路线。",
    },
    "unknown-condition": {
        "en": "a condition has no '{value}'. Use: {names}.",
        "zh": "条件里没有“{value}”这种写法。可用的有：{names}。",
    },
    "unknown-criterion": {
        "en": "there is no exit criterion '{value}'. Write 'stage/criterion' with ids that exist.",
        "zh": "没有出口条件“{value}”。请按“阶段/条件”写已有的标识。",
    },
    "unknown-derived": {
        "en": "there is no derived kind '{value}'. Use one of: {names}.",
        "zh": "没有“{value}”这种计算字段。可用的有：{names}。",
    },
    "unknown-fact": {
        "en": "the buyer never tells '{value}'. Name one of these facts: {names}.",
        "zh": "客户不会说出“{value}”。请写以下事实之一：{names}。",
    },
    "unknown-field": {
        "en": "'{sheet}' has no field '{value}'. Correct the name, or add the field.",
        "zh": "“{sheet}”没有字段“{value}”。请更正名称，或添加该字段。",
    },
    "unknown-file": {
        "en": "no part of a playbook is called '{key_name}', so this file is not read. Rename or move it.",
        "zh": "打法没有叫“{key_name}”的部分，这个文件不会被读取。请改名或移走。",
    },
    "unknown-form": {
        "en": "there is no form '{value}'. Name a worksheet with 'form:'.",
        "zh": "没有表单“{value}”。请写一个用 form: 声明的工作表。",
    },
    "unknown-gate": {
        "en": "compliance has no line '{value}'. Use an id of 'compliance'.",
        "zh": "合规红线里没有“{value}”。请使用 compliance 中的标识。",
    },
    "unknown-grade": {
        "en": "'{value}' is not a grade of evidence that counts. Use one of: {names}.",
        "zh": "“{value}”不是算数的证据等级。可用的有：{names}。",
    },
    "unknown-industry": {
        "en": "there is no industry '{value}'. Use an id of 'industries'.",
        "zh": "没有行业“{value}”。请使用 industries 中的标识。",
    },
    "unknown-key": {
        "en": "the key '{key_name}' is not known here. Correct or delete it.",
        "zh": "这里没有“{key_name}”这个键。请更正或删除。",
    },
    "unknown-kind": {
        "en": "there is no field kind '{value}'. Use one of: {names}.",
        "zh": "没有“{value}”这种字段类型。可用的有：{names}。",
    },
    "unknown-line-type": {
        "en": "there is no type of question '{value}'. Use some of: {names}.",
        "zh": "没有“{value}”这种提问。可用的有：{names}。",
    },
    "unknown-parameter": {
        "en": "'{kind}' has no parameter '{value}'. It has: {names}.",
        "zh": "“{kind}”没有参数“{value}”。可用的有：{names}。",
    },
    "unknown-part": {
        "en": "a frame of a report has no part '{value}'. Set 'part' to one of: {names}.",
        "zh": "汇报句式没有“{value}”这一段。请把 part 设为其中之一：{names}。",
    },
    "unknown-personality": {
        "en": "nobody has the personality '{value}'. Use one of: {names}.",
        "zh": "没有“{value}”这种性格。可用的有：{names}。",
    },
    "unknown-place": {
        "en": "there is no field '{value}'. Write 'worksheet.field' with names that exist.",
        "zh": "没有字段“{value}”。请按“工作表.字段”写已有的名称。",
    },
    "unknown-playbook": {
        "en": "there is no playbook '{value}'. Use one of: {names}.",
        "zh": "没有“{value}”这个打法。可用的有：{names}。",
    },
    "unknown-question": {
        "en": "there is no question '{value}'. Correct the id, or add the question.",
        "zh": "没有问题“{value}”。请更正标识，或添加该问题。",
    },
    "unknown-requirement": {
        "en": "there is no kind of requirement '{value}'. Begin with one of: {names}.",
        "zh": "没有“{value}”这种要求。请以其中之一开头：{names}。",
    },
    "unknown-result": {
        "en": "'{value}' is not one of this field's choices. Add it to 'choices', or correct it.",
        "zh": "“{value}”不在该字段的选项之中。请加入 choices，或更正。",
    },
    "unknown-role": {
        "en": "there is no buying role '{value}'. Use a choice of 'people.buying_roles'.",
        "zh": "没有购买角色“{value}”。请使用 people.buying_roles 的选项。",
    },
    "unknown-row-kind": {
        "en": "there is no way to count called '{value}'. Use one of: {names}.",
        "zh": "没有“{value}”这种计分方式。可用的有：{names}。",
    },
    "unknown-rubric": {
        "en": "there is no rubric '{value}'. Use one of: {names}.",
        "zh": "没有“{value}”这套评分表。可用的有：{names}。",
    },
    "unknown-rung": {
        "en": "no ladder has a rung '{value}'. Use what a rung reaches.",
        "zh": "没有哪个阶梯有“{value}”这一级。请使用某一级的 reach。",
    },
    "unknown-scenario": {
        "en": "there is no scenario '{value}'. Use one of: {names}.",
        "zh": "没有“{value}”这个情景。可用的有：{names}。",
    },
    "unknown-section": {
        "en": "a call plan has no section '{value}'. Use one of: {names}.",
        "zh": "拜访计划没有“{value}”这一节。可用的有：{names}。",
    },
    "unknown-sign": {
        "en": "the rubric has no sign '{value}'. Use one of: {names}.",
        "zh": "评分表里没有“{value}”这个行为信号。可用的有：{names}。",
    },
    "unknown-situation": {
        "en": "there is no situation '{value}'. Use one of: {names}.",
        "zh": "没有“{value}”这种情形。可用的有：{names}。",
    },
    "unknown-slot": {
        "en": "there is no slot '{{{value}}}'. Use one of: {names}.",
        "zh": "没有槽位“{{{value}}}”。可用的有：{names}。",
    },
    "unknown-stage": {
        "en": "there is no stage '{value}'. Use one of: {names}.",
        "zh": "没有阶段“{value}”。可用的有：{names}。",
    },
    "unknown-table": {
        "en": "there is no table '{value}'. Name a worksheet with 'table:'.",
        "zh": "没有表“{value}”。请写一个用 table: 声明的工作表。",
    },
    "unknown-type": {
        "en": "there is no such type of question: '{value}'. Use another type of 'types'.",
        "zh": "没有“{value}”这种问题类型可用。请使用 types 中的其他类型。",
    },
    "unknown-value": {
        "en": "'{value}' is not a value that the field can have. Use one of: {names}.",
        "zh": "该字段不会有“{value}”这个值。可用的有：{names}。",
    },
    "unknown-worksheet": {
        "en": "there is no worksheet '{value}'. Use one of: {names}.",
        "zh": "没有工作表“{value}”。可用的有：{names}。",
    },
    "untranslated-text": {
        "en": "'{value}' is one text for {languages}. Write one per language.",
        "zh": "“{value}”在 {languages} 中共用一段文字。请每种语言各写一段。",
    },
    "value-cut": {
        "en": "the value ends at '{value}', because ' #' begins a comment. Quote the whole text, or "
        "put a space after '#' if it is a comment.",
        "zh": "值在“{value}”处截断，因为“ #”之后是注释。请给整段文字加引号；若确是注释，请在 # 后加空格。",
    },
    "variant-never-used": {
        "en": "nothing says when '{value}' is used. Give it 'when' or 'stages'.",
        "zh": "没有说明“{value}”何时使用。请写上 when 或 stages。",
    },
    "waiver-by-owner": {
        "en": "'{value}' owns this deal and waives its gate. Somebody else has to; approvers: {approvers}.",
        "zh": "“{value}”是本商机的负责人，不能给自己放行。请由他人批准，有权的是：{approvers}。",
    },
    "waiver-expired": {
        "en": "the waiver of '{criterion}' ended on {until}. Fill the gap, or have it renewed.",
        "zh": "“{criterion}”的豁免已于 {until} 到期。请补足条件，或重新批准。",
    },
    "waiver-not-approved": {
        "en": "'{value}' is none of those who may waive: {names}. Have one of them give it, or name them under approvers in salescoach.yaml.",
        "zh": "“{value}”无权豁免，有权的是：{names}。请由他们批准，或在 salescoach.yaml 的 approvers 里写上。",
    },
    "waiver-too-long": {
        "en": "the waiver of '{criterion}' lasts until {until}, more than {most} days from today. Shorten it.",
        "zh": "“{criterion}”的豁免到 {until}，离今天超过 {most} 天。请缩短。",
    },
    "waiver-unused": {
        "en": "'{value}' holds by itself, so the waiver is not needed. Delete it.",
        "zh": "“{value}”已经满足，用不着豁免。请删除。",
    },
    "waiver-without-end": {
        "en": "the waiver of '{criterion}' has no last day. Write until: YYYY-MM-DD.",
        "zh": "“{criterion}”的豁免没有截止日。请写 until: 年-月-日。",
    },
    "waiver-without-name": {
        "en": "nobody gave the waiver of '{criterion}'. Write by: and the id of who did.",
        "zh": "“{criterion}”的豁免没写是谁批的。请写 by: 和批准人。",
    },
    "waiver-without-reason": {
        "en": "the waiver of '{criterion}' has no reason. Write why it may be passed.",
        "zh": "“{criterion}”的豁免没有理由。请写明为什么可以放行。",
    },
    "words-compared": {
        "en": "the customer's words are never compared with '{value}'. Write 'known' or 'proven_by'.",
        "zh": "客户原话不能与“{value}”比较。请写 known 或 proven_by。",
    },
    "would-replace": {
        "en": "'{key_name}' would replace all that the extended playbook has. Put it under 'change' or 'add'.",
        "zh": "“{key_name}”会取代被扩展打法的全部同类内容。请写到 change 或 add 下。",
    },
    "wrong-indent": {
        "en": "this line is indented deeper than the line above allows, which already has a value. "
        "Align it with the keys above.",
        "zh": "上一行已有值，此行缩进过深。请与上面的键对齐。",
    },
    "wrong-shape": {
        "en": "'{value}' does not fit here ({problem}). Compare with a playbook that comes with the tool.",
        "zh": "“{value}”不符合此处的格式（{problem}）。请对照自带的打法修改。",
    },
    "yaml-syntax": {
        "en": "this is not valid YAML ({problem}). Look at this line and the one above: indentation, "
        "colons and quotes.",
        "zh": "YAML 语法有误（{problem}）。请检查本行和上一行的缩进、冒号和引号。",
    },
}
