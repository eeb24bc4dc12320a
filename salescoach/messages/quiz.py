"""The quiz and the exam: cards made from the playbook, and what is said around them."""

TEXTS = {
    "advance": {
        "en": "An advance",
        "zh": "进展",
    },
    "advances-asks": {
        "en": "The report of the visit says: '{words}' What is it?",
        "zh": "拜访记录写着：“{words}”这算什么？",
    },
    "answer": {
        "en": "Your answer ({first}-{last})",
        "zh": "您的答案（{first}-{last}）",
    },
    "answer-number": {
        "en": "Your answer (a number)",
        "zh": "您的答案（数字）",
    },
    "avoid": {
        "en": "Not: {words}",
        "zh": "切忌：{words}",
    },
    "below": {
        "en": "below {number}",
        "zh": "{number}以下",
    },
    "choice-why": {
        "en": "{label}: {words}",
        "zh": "{label}：{words}",
    },
    "clock-back": {
        "en": "The clock says {today}, but there are answers of {last}. They count as they are, nothing is lost; today's count as of {last} where a card was answered then. Is the clock right?",
        "zh": "系统日期是{today}，但已有{last}的答题记录。记录照算，一条不丢；当时答过的卡片，今天的答案按{last}计。请检查系统日期。",
    },
    "days": {
        "en": "19 March|26 March|2 April|9 April",
        "zh": "3月19日|3月26日|4月2日|4月9日",
    },
    "done": {
        "en": "{right} of {asked} right. Due tomorrow: {tomorrow}. Cards met so far: {met} of {all}.",
        "zh": "答对{right}/{asked}。明天到期：{tomorrow}张。已学过{met}张，共{all}张。",
    },
    "evidence-proves": {
        "en": "Which of these proves: {title}?",
        "zh": "哪一条能证明：{title}？",
    },
    "evidence-quote": {
        "en": "'{title}': a named customer person said it, and it was noted the same day. There is nothing else. Can that alone prove an exit criterion of this stage?",
        "zh": "“{title}”：客户有名有姓的人亲口说了，当天记下，此外什么都没有。单凭这句话能证明本阶段的出口条件吗？",
    },
    "evidence-why": {
        "en": "What a named customer person did, wrote or said counts; what we sent, said or felt never does.",
        "zh": "客户有名有姓的人做了、写了、说了的才算；我们发的、说的、感觉的都不算。",
    },
    "exam-aside": {
        "en": "The exam that was going on could not be read and is now in {path}. Begin anew.",
        "zh": "未完成的考试记录无法读取，已移到 {path}。请重新开始。",
    },
    "exam-blank": {
        "en": "Answer: ____________",
        "zh": "答案：____________",
    },
    "exam-breaks": {
        "en": "Interrupted: {count}",
        "zh": "中断次数：{count}",
    },
    "exam-by-kind": {
        "en": "By kind",
        "zh": "分类得分",
    },
    "exam-day": {
        "en": "{day} · seed {seed} · {minutes} min, used {used} · {passes} % to pass",
        "zh": "{day} · 随机种子 {seed} · 限时{minutes}分钟，用时{used} · {passes}%及格",
    },
    "exam-hand-in": {
        "en": "Hand in? Without an answer: {open}",
        "zh": "交卷吗？还没答的题：{open}",
    },
    "exam-kept": {
        "en": "The result is in {path}.",
        "zh": "成绩单存在 {path}。",
    },
    "exam-key": {
        "en": "Answer key: {title}",
        "zh": "答案：{title}",
    },
    "exam-key-written": {
        "en": "The paper is in {paper}, the answer key in {key}.",
        "zh": "试卷在 {paper}，答案在 {key}。",
    },
    "exam-kind": {
        "en": "kind",
        "zh": "类别",
    },
    "exam-name": {
        "en": "Name: {name}",
        "zh": "姓名：{name}",
    },
    "exam-name-blank": {
        "en": "Name: ____________________    Date: ____________",
        "zh": "姓名：____________________    日期：____________",
    },
    "exam-none-open": {
        "en": "none",
        "zh": "没有",
    },
    "exam-open": {
        "en": "{count} questions, {minutes} minutes, {passes} % to pass, seed {seed}. Nothing is told before the end; until then you may go back. The time runs on if you pause.",
        "zh": "共{count}题，限时{minutes}分钟，{passes}%及格，随机种子 {seed}。交卷前不显示对错，可以返回修改。暂停不停表。",
    },
    "exam-paper": {
        "en": "{day} · seed {seed} · {minutes} minutes · {passes} % to pass",
        "zh": "{day} · 随机种子 {seed} · 限时{minutes}分钟 · {passes}%及格",
    },
    "exam-paused": {
        "en": "The exam waits, and its time runs on. Go on with: salescoach drill exam",
        "zh": "考试已保留，计时继续。接着考请运行：salescoach drill exam",
    },
    "exam-progress": {
        "en": "Question {at} of {of} · {left} left",
        "zh": "第{at}题，共{of}题 · 剩{left}",
    },
    "exam-progress-given": {
        "en": "Question {at} of {of} · {left} left · your answer so far: {given}",
        "zh": "第{at}题，共{of}题 · 剩{left} · 目前答案：{given}",
    },
    "exam-reasons": {
        "en": "Question by question",
        "zh": "逐题讲解",
    },
    "exam-result": {
        "en": "{right} of {count} right, {total} % · {verdict}",
        "zh": "答对{right}/{count}题，{total}% · {verdict}",
    },
    "exam-resumed": {
        "en": "Going on with the exam of {day}, seed {seed}: {answered} of {count} answered, {left} left. What it was begun with holds.",
        "zh": "继续{day}的考试，随机种子 {seed}：已答{answered}/{count}题，还剩{left}。以开考时的设置为准。",
    },
    "exam-right": {
        "en": "Right: {answer}",
        "zh": "正确答案：{answer}",
    },
    "exam-score": {
        "en": "right",
        "zh": "答对",
    },
    "exam-time-up": {
        "en": "The time is up. What was answered in time counts.",
        "zh": "时间到。时限内的答案有效。",
    },
    "exam-title": {
        "en": "Exam: {title}",
        "zh": "考试：{title}",
    },
    "exam-too-late": {
        "en": "That answer came {seconds} s after the end and does not count.",
        "zh": "这个答案晚了{seconds}秒，不计分。",
    },
    "exam-unanswered": {
        "en": "Your answer: none",
        "zh": "您的答案：未作答",
    },
    "exam-untimed": {
        "en": "not timed",
        "zh": "未计时",
    },
    "exam-yours": {
        "en": "Your answer: {answer}",
        "zh": "您的答案：{answer}",
    },
    "from": {
        "en": "{number} or more",
        "zh": "{number}及以上",
    },
    "is": {
        "en": "{field}: {value}",
        "zh": "{field}：{value}",
    },
    "kind-advances": {
        "en": "advance or continuation",
        "zh": "进展还是拖延",
    },
    "kind-evidence": {
        "en": "which evidence counts",
        "zh": "哪些证据算数",
    },
    "kind-order": {
        "en": "what comes first",
        "zh": "先后顺序",
    },
    "kind-personality": {
        "en": "personalities",
        "zh": "性格类型",
    },
    "kind-quadrants": {
        "en": "quadrants",
        "zh": "象限判断",
    },
    "kind-roles": {
        "en": "who is who",
        "zh": "谁是谁",
    },
    "kind-sums": {
        "en": "sums",
        "zh": "算一算",
    },
    "kind-tactics": {
        "en": "what to do now",
        "zh": "该怎么做",
    },
    "kind-types": {
        "en": "types of questions",
        "zh": "提问类型",
    },
    "lacks-action": {
        "en": "A continuation: the customer does nothing",
        "zh": "拖延：客户什么也不做",
    },
    "lacks-by": {
        "en": "A continuation: there is no date",
        "zh": "拖延：没有日期",
    },
    "lacks-person": {
        "en": "A continuation: nobody is named",
        "zh": "拖延：没有具体的人",
    },
    "left": {
        "en": "This card stays as it was.",
        "zh": "这张卡片保持原样。",
    },
    "line-no-answer": {
        "en": "Line {line} is no answer; the card stays as it was.",
        "zh": "第{line}行不是答案；这张卡片保持原样。",
    },
    "log-aside": {
        "en": "The log of your answers could not be read as it was and is now in {path}. What could be read goes on.",
        "zh": "答题记录有损坏或来自更新的版本，已原样移到 {path}；能读的部分继续使用。",
    },
    "names": {
        "en": "Shen Yu|Luo Jing|Gao Ming|Zhang Min|Fang Lei",
        "zh": "沈瑜|罗静|高明|张敏|方蕾",
    },
    "no-answer": {
        "en": "'{typed}' is no answer here. Type one of the letters {first}-{last}.",
        "zh": "“{typed}”不是这题的答案。请输入{first}-{last}中的一个字母。",
    },
    "no-answer-number": {
        "en": "'{typed}' is no number. Type it like 37.5, or 1:2.8.",
        "zh": "“{typed}”不是数字。可以这样输入：37.5，或1:2.8。",
    },
    "nothing-due": {
        "en": "Nothing is due today. Next: {day}. Without --due new cards are asked, too.",
        "zh": "今天没有到期的卡片，下一批在{day}。不加 --due 会出新卡片。",
    },
    "nothing-yet": {
        "en": "No card was answered yet, so none is due. Without --due new cards are asked.",
        "zh": "还没有答过卡片，所以没有到期的。不加 --due 会出新卡片。",
    },
    "order-buying": {
        "en": "How the customer buys",
        "zh": "客户的采购流程",
    },
    "order-field": {
        "en": "{sheet}, {field}",
        "zh": "{sheet}，{field}",
    },
    "order-first": {
        "en": "Which of these comes first?",
        "zh": "下面哪一个在先？",
    },
    "order-next": {
        "en": "{title}: what comes right after '{name}'?",
        "zh": "{title}：“{name}”之后紧接着是什么？",
    },
    "order-report": {
        "en": "Three minutes with the decision maker",
        "zh": "三分钟汇报",
    },
    "order-stages": {
        "en": "The steps of the sale",
        "zh": "销售步骤",
    },
    "order-types": {
        "en": "Questions about one pain",
        "zh": "围绕一个痛点提问",
    },
    "order-why": {
        "en": "{title}: {items}",
        "zh": "{title}：{items}",
    },
    "personality-hint": {
        "en": "Which personality shows these signs? {words}",
        "zh": "这些表现接近哪种性格？{words}",
    },
    "personality-irritates": {
        "en": "Which personality does this irritate most? {words}",
        "zh": "哪种性格最受不了这些？{words}",
    },
    "personality-likes": {
        "en": "Which personality wants this from you? {words}",
        "zh": "哪种性格希望你这样做？{words}",
    },
    "progress": {
        "en": "Card {at} of {of} · {kind}",
        "zh": "第{at}张，共{of}张 · {kind}",
    },
    "quadrants-avoid": {
        "en": "{field}: for which one is this the typical mistake? {words}",
        "zh": "{field}：哪一个最容易犯这个错？{words}",
    },
    "quadrants-is": {
        "en": "{down}; {across}. {field}: which one is it?",
        "zh": "{down}；{across}。{field}：是哪一个？",
    },
    "quote-enough": {
        "en": "Yes, where the criterion asks for no more than a quote",
        "zh": "能，只要该条件没有要求更强的证据",
    },
    "quote-not-enough": {
        "en": "No: it takes an act, something written, or a second person who says so",
        "zh": "不能：要有行动、书面材料，或第二个人也这么说",
    },
    "quote-why": {
        "en": "Up to the value step a dated quote of a named person counts, if the criterion asks for no more.",
        "zh": "到证明价值这一步为止，有名有姓、有日期的原话算数，除非该条件要求更强的证据。",
    },
    "quote-why-not": {
        "en": "From the criteria on words are cheap: a quote alone proves nothing, two people's or a better grade do.",
        "zh": "从建立标准起，光说不算：单独一句话证明不了，要两个人都说，或有更强的证据。",
    },
    "right": {
        "en": "Right.",
        "zh": "答对了。",
    },
    "roles-advice": {
        "en": "{field}: for whom is this right? {words}",
        "zh": "{field}：对谁该这样做？{words}",
    },
    "roles-avoid": {
        "en": "{field}: with whom is this the mistake to avoid? {words}",
        "zh": "{field}：对谁最忌这样？{words}",
    },
    "roles-hint": {
        "en": "{field}: who is this? {words}",
        "zh": "{field}：这说的是谁？{words}",
    },
    "row-action": {
        "en": "By {day} we send {who} all the material; {who} was very interested.",
        "zh": "我们{day}前把资料全部发给{who}，{who}很感兴趣。",
    },
    "row-by": {
        "en": "{who} {what}, as soon as there is time.",
        "zh": "{who}有空就{what}。",
    },
    "row-person": {
        "en": "Somebody on their side {what}, by {day}.",
        "zh": "对方会有人在{day}前{what}。",
    },
    "row-whole": {
        "en": "{who} {what}, by {day}.",
        "zh": "{who}{day}前{what}。",
    },
    "stats-all": {
        "en": "all",
        "zh": "合计",
    },
    "stats-learned": {
        "en": "Learned: the next time is {days} days or more away.",
        "zh": "已掌握：下次复习在{days}天以后。",
    },
    "stats-line": {
        "en": "{name}: {cards} cards, {new} new, {due} due, {learning} in training, {learned} learned",
        "zh": "{name}：共{cards}张，新{new}，到期{due}，在学{learning}，已掌握{learned}",
    },
    "stopped": {
        "en": "Stopped. Every answer so far is kept.",
        "zh": "已停止。答过的都已保存。",
    },
    "sum-average": {
        "en": "Price counts {weight} points. The mean of all bids is the benchmark: one point off for each % above it, half a point for each % below. Bids: {low}, {other}, ours {own}. How many points do we get?",
        "zh": "价格分{weight}分，以全部报价的平均价为基准：每高1%扣1分，每低1%扣0.5分。三家报价：{low}、{other}、我方{own}。我方得几分？",
    },
    "sum-average-why": {
        "en": "The mean of {low}, {other} and {own}; {weight} less one point for each % that {own} is above it (half for each % below): {answer}. The cheapest is not best here.",
        "zh": "先求{low}、{other}、{own}的平均价；{own}每高1%从{weight}分里扣1分（每低1%扣0.5分）：{answer}。这种算法下最低价不是最优。",
    },
    "sum-doubtful": {
        "en": "A machine costs {price} (thousand), brings {benefits} a year and costs {running} more a year to run. Finance takes 30 % off the benefits and adds 20 % to the price. Return on investment, in % a year?",
        "zh": "一台设备{price}（千元），每年带来收益{benefits}，每年新增运行费用{running}。财务把收益打七折、价格加两成，投资回报率每年是百分之几？",
    },
    "sum-doubtful-why": {
        "en": "(0.7 × {benefits} - {running}) ÷ (1.2 × {price}) = {answer}. Show the careful case before they ask for it.",
        "zh": "（0.7 × {benefits} - {running}）÷（1.2 × {price}）= {answer}。不等对方问，先给出保守的算法。",
    },
    "sum-extra": {
        "en": "Price counts {weight} points, lowest price first. Bids: {low}, {other}, ours {own}. How many points must we win outside price to draw level with the lowest?",
        "zh": "价格分{weight}分，低价优先法。三家报价：{low}、{other}、我方{own}。要和最低价打平，价格之外要多拿几分？",
    },
    "sum-extra-why": {
        "en": "{weight} × (1 - {low} ÷ {own}) = {answer}. If that is more than we can really win elsewhere: change the scope or do not bid.",
        "zh": "{weight} ×（1 - {low} ÷ {own}）= {answer}。别处实在拿不到这么多分，就改变范围或不投。",
    },
    "sum-fifty": {
        "en": "Price counts {weight} points: half of them at the mean of all bids, a hundredth of {weight} less for each % above it, more for each % below. Bids: {low}, {other}, ours {own}. How many points do we get?",
        "zh": "价格分{weight}分：等于平均价得一半，每高1%少得{weight}分的百分之一，每低1%多得。三家报价：{low}、{other}、我方{own}。我方得几分？",
    },
    "sum-fifty-why": {
        "en": "{weight} × (50 - % of {own} above the mean of {low}, {other}, {own}) ÷ 100 = {answer}",
        "zh": "{weight} ×（50 - {own}高出平均价的百分数）÷ 100 = {answer}，平均价取{low}、{other}、{own}三家",
    },
    "sum-linear": {
        "en": "Price counts {weight} points, linear from the lowest. Bids: {low}, {other}, ours {own}. How many points do we get?",
        "zh": "价格分{weight}分，按最低价线性扣分。三家报价：{low}、{other}、我方{own}。我方得几分？",
    },
    "sum-linear-why": {
        "en": "{weight} × (1 - ({own} - {low}) ÷ {low}) = {answer}: off in step with the distance to the lowest.",
        "zh": "{weight} ×（1 -（{own} - {low}）÷ {low}）= {answer}：离最低价多远，就按比例扣多少。",
    },
    "sum-low": {
        "en": "Price counts {weight} points, lowest price first. Bids: {low}, {other}, ours {own}. How many points do we get?",
        "zh": "价格分{weight}分，低价优先法。三家报价：{low}、{other}、我方{own}。我方得几分？",
    },
    "sum-low-why": {
        "en": "{weight} × {low} ÷ {own} = {answer}: weight × lowest price ÷ our price.",
        "zh": "{weight} × {low} ÷ {own} = {answer}：权重 × 最低价 ÷ 我方报价。",
    },
    "sum-payback": {
        "en": "A machine costs {price} (thousand). It brings {benefits} a year and costs {running} more a year to run. Payback, in years?",
        "zh": "一台设备{price}（千元），每年带来收益{benefits}，每年新增运行费用{running}。回收期几年？",
    },
    "sum-payback-why": {
        "en": "{price} ÷ ({benefits} - {running}) = {answer}: what is invested over yearly net benefit.",
        "zh": "{price} ÷（{benefits} - {running}）= {answer}：投资额除以年净收益。",
    },
    "sum-ratio": {
        "en": "A machine costs {price} (thousand). It brings {benefits} a year and costs {running} more a year to run. Over {years} years, input to output is 1 to what?",
        "zh": "一台设备{price}（千元），每年带来收益{benefits}，每年新增运行费用{running}。按{years}年算，投入产出比是1比几？",
    },
    "sum-ratio-why": {
        "en": "{years} × {benefits} ÷ ({price} + {years} × {running}) = {answer}: all output over all input, running costs among it.",
        "zh": "{years} × {benefits} ÷（{price} + {years} × {running}）= {answer}：总产出除以总投入，运行费用也是投入。",
    },
    "sum-roi": {
        "en": "A machine costs {price} (thousand). It brings {benefits} a year and costs {running} more a year to run. Return on investment, in % a year?",
        "zh": "一台设备{price}（千元），每年带来收益{benefits}，每年新增运行费用{running}。投资回报率每年是百分之几？",
    },
    "sum-roi-why": {
        "en": "({benefits} - {running}) ÷ {price} = {answer}: yearly net benefit over what is invested.",
        "zh": "（{benefits} - {running}）÷ {price} = {answer}：年净收益除以投资额。",
    },
    "sum-service": {
        "en": "A service costs {price} (thousand) a year and {effort} of the customer's own effort; it brings {benefits}. Input to output is 1 to what?",
        "zh": "一项服务每年{price}（千元），客户内部投入{effort}，带来收益{benefits}。投入产出比是1比几？",
    },
    "sum-service-why": {
        "en": "{benefits} ÷ ({price} + {effort}) = {answer}. Expensed spending has no return on investment; the customer's own effort is input, too.",
        "zh": "{benefits} ÷（{price} + {effort}）= {answer}。费用化的支出没有投资回报率；客户自己的投入也算投入。",
    },
    "sum-share": {
        "en": "A service costs {price} (thousand), the customer's own effort is {effort}, and it brings them {benefits}. Which share of the value is our price, in %?",
        "zh": "一项服务{price}（千元），客户内部投入{effort}，给客户带来{benefits}。我方价格占总价值百分之几？",
    },
    "sum-share-why": {
        "en": "{price} ÷ {benefits} = {answer}. The customer earns the big part: from a third on it does not look so any more.",
        "zh": "{price} ÷ {benefits} = {answer}。大头要归客户：超过三分之一，就看不出客户赚大头了。",
    },
    "tactics-asks": {
        "en": "{sheet}, {field}: {value}. {hint} What do you do?",
        "zh": "{sheet}，{field}：{value}。{hint}该怎么做？",
    },
    "types-asks": {
        "en": "Which type of question is this? '{words}'",
        "zh": "这一句属于哪类提问？“{words}”",
    },
    "types-why": {
        "en": "{label}: {purpose}",
        "zh": "{label}：{purpose}",
    },
    "unit-average": {
        "en": "{answer} points",
        "zh": "{answer}分",
    },
    "unit-doubtful": {
        "en": "{answer} %",
        "zh": "{answer}%",
    },
    "unit-extra": {
        "en": "{answer} points",
        "zh": "{answer}分",
    },
    "unit-fifty": {
        "en": "{answer} points",
        "zh": "{answer}分",
    },
    "unit-linear": {
        "en": "{answer} points",
        "zh": "{answer}分",
    },
    "unit-low": {
        "en": "{answer} points",
        "zh": "{answer}分",
    },
    "unit-payback": {
        "en": "{answer} years",
        "zh": "{answer}年",
    },
    "unit-ratio": {
        "en": "1 : {answer}",
        "zh": "1 : {answer}",
    },
    "unit-roi": {
        "en": "{answer} %",
        "zh": "{answer}%",
    },
    "unit-service": {
        "en": "1 : {answer}",
        "zh": "1 : {answer}",
    },
    "unit-share": {
        "en": "{answer} %",
        "zh": "{answer}%",
    },
    "where": {
        "en": "In the playbook: {place} ({address})",
        "zh": "出处：{place}（{address}）",
    },
    "wrong": {
        "en": "Not quite. Right is: {answer}",
        "zh": "不对。正确答案：{answer}",
    },
}
