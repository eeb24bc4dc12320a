"""Counting by hand: the screen, the sheet, and counts side by side."""

TEXTS = {
    "ask-in-place": {
        "en": "How often in its place: {title}",
        "zh": "其中到位几次：{title}",
    },
    "ask-keys": {
        "en": "In how many dimensions: {title}",
        "zh": "涉及几个维度：{title}",
    },
    "ask-percent": {
        "en": "What percent: {title}",
        "zh": "百分之几：{title}",
    },
    "ask-rows": {
        "en": "Over how many different ones: {title}",
        "zh": "涉及几个不同的：{title}",
    },
    "ask-seconds": {
        "en": "How many seconds: {title}",
        "zh": "多少秒：{title}",
    },
    "ask-times": {
        "en": "How often: {title}",
        "zh": "多少次：{title}",
    },
    "ask-yes_no": {
        "en": "Did it happen: {title}",
        "zh": "有没有：{title}",
    },
    "clock": {
        "en": "{at} of {of} · {who}",
        "zh": "{at}／共{of} · {who}",
    },
    "compared": {
        "en": "{title}: counts side by side",
        "zh": "{title}：计数对照",
    },
    "did-also": {
        "en": "count",
        "zh": "计数",
    },
    "did-count": {
        "en": "count",
        "zh": "计数",
    },
    "did-mark": {
        "en": "time mark",
        "zh": "时间标记",
    },
    "did-number": {
        "en": "count",
        "zh": "计数",
    },
    "did-skip": {
        "en": "not counted",
        "zh": "没有计数",
    },
    "did-speaks": {
        "en": "who speaks",
        "zh": "谁在说",
    },
    "did-words": {
        "en": "words",
        "zh": "原话",
    },
    "drift": {
        "en": "{points} points apart",
        "zh": "相差{points}分",
    },
    "drift-count": {
        "en": "count differs",
        "zh": "次数不同",
    },
    "facts": {
        "en": "{day} · {rubric} · seller {seller} · observer {observer}",
        "zh": "{day} · {rubric} · 销售 {seller} · 观察者 {observer}",
    },
    "far": {
        "en": "{points} points apart, more than {near}: settle below what counts before either scores alone.",
        "zh": "相差{points}分，超过{near}分：先按下面各项统一口径，再各自单独评分。",
    },
    "file-head": {
        "en": "What an observer counted. A row left blank was not counted.",
        "zh": "观察者计数。空着的行表示没有计数。",
    },
    "head-drift": {
        "en": "drift",
        "zh": "差异",
    },
    "how-to-settle": {
        "en": "Read out the words that one of you counted and the other did not, and decide by the row's title.",
        "zh": "念出一方计了、另一方没计的原话，对照该行标题，商定算不算。",
    },
    "kept-counts": {
        "en": "The counts are in {path}; --compare reads them.",
        "zh": "计数存在 {path}，--compare 可以读取。",
    },
    "keys": {
        "en": "One key counts once, with shift also a new topic. Space (␣): the seller begins or stops to speak. '.': time mark. Enter: words as they fell. Backspace takes back. Ctrl-D: done. Ctrl-S: put aside.",
        "zh": "按一次键计一次，加 Shift 表示又是一个新的。空格（␣）：销售开始或停止说话。“.”：记时间。回车：写下原话。退格：收回。Ctrl-D：结束。Ctrl-S：先放着。请用英文输入状态。",
    },
    "last": {
        "en": "last: {at} {what}",
        "zh": "上一项：{at} {what}",
    },
    "machine": {
        "en": "the tool",
        "zh": "工具",
    },
    "near": {
        "en": "{points} points apart: within {near}, so the counts agree well enough.",
        "zh": "相差{points}分，不超过{near}分，计数基本一致。",
    },
    "next-time": {
        "en": "Next time",
        "zh": "下次这样做",
    },
    "not-counted": {
        "en": "Not counted, so without points: {rows}",
        "zh": "没有计数，因此不得分：{rows}",
    },
    "nothing-to-talk": {
        "en": "Nothing that changes points.",
        "zh": "没有影响得分的差异。",
    },
    "nothing-yet": {
        "en": "nothing counted yet",
        "zh": "还没有计数",
    },
    "others-speak": {
        "en": "the seller listens",
        "zh": "销售在听",
    },
    "points": {
        "en": "{points} of {of}",
        "zh": "{points}／{of}分",
    },
    "put-aside": {
        "en": "The count waits. Go on with: {command}",
        "zh": "计数已保留。继续请运行：{command}",
    },
    "resumed": {
        "en": "Going on with the count that waits; kept so far: {count}. Begin anew with --again.",
        "zh": "接着上次没完成的计数：已记{count}项。要重新开始，请加 --again。",
    },
    "run": {
        "en": "run of {day}",
        "zh": "{day}的演练",
    },
    "seller-speaks": {
        "en": "the seller speaks",
        "zh": "销售在说",
    },
    "sheet": {
        "en": "{title}: what the observer counted",
        "zh": "{title}：观察者计数",
    },
    "talk-about": {
        "en": "To talk about, the dearest first",
        "zh": "需要讨论，差异大的在前",
    },
    "totals": {
        "en": "{totals} · the same count on {same} of {of} rows",
        "zh": "{totals} · {of}项中{same}项计数一致",
    },
    "words": {
        "en": "Words as they fell",
        "zh": "原话记录",
    },
    "words-prompt": {
        "en": "words: ",
        "zh": "原话：",
    },
}
