"""What is wrong with a file and what to do about it: one text per rule id."""

TEXTS = {
    # yamlfile: bytes
    "too-big": {
        "en": "the file has {bytes} bytes, more than the {most} that are read. Split it, or move "
        "long texts elsewhere.",
        "zh": "文件有 {bytes} 字节，超过可读取的上限 {most} 字节。请拆分文件，或把长文本移到别处。",
    },
    "not-utf-8": {
        "en": "the file is saved as {encoding}. Open it in your editor and save it as UTF-8.",
        "zh": "文件以 {encoding} 编码保存。请在编辑器中打开，并另存为 UTF-8。",
    },
    "bad-utf-8": {
        "en": "the byte {byte} at offset {offset} is not valid UTF-8: the file is cut off or in "
        "another encoding. Retype this place and save the file as UTF-8.",
        "zh": "第 {offset} 字节处的 {byte} 不是有效的 UTF-8：文件不完整，或使用了其他编码。请重新输入"
        "此处内容，并另存为 UTF-8。",
    },
    "control-character": {
        "en": "the control character {character} stands here (in all: {count}). Delete it; it cannot "
        "be seen, so retype the words around it.",
        "zh": "此处有控制字符 {character}（共 {count} 个）。请删除；它不可见，可重新输入前后的文字。",
    },
    "mixed-line-endings": {
        "en": "the lines end in different ways (CRLF: {crlf}, LF: {lf}, CR: {cr}). Let your editor "
        "convert them all to LF.",
        "zh": "行尾格式不统一（CRLF：{crlf}，LF：{lf}，CR：{cr}）。请用编辑器统一转换为 LF。",
    },
    "merge-conflict": {
        "en": "there is an unresolved merge conflict in lines {first}-{last}. Keep the right lines "
        "and delete the markers.",
        "zh": "第 {first}-{last} 行有未解决的合并冲突。请保留正确的内容，并删除冲突标记。",
    },
    # yamlfile: what is refused before it is composed
    "too-deep": {
        "en": "values are nested more than {most} levels deep. Make the file flatter; nothing here "
        "needs so many levels.",
        "zh": "嵌套超过 {most} 层。请减少层级，这里用不到这么多层。",
    },
    "too-many-values": {
        "en": "the file holds more than {most} values. Split it into several files.",
        "zh": "文件包含的值超过 {most} 个。请拆分成多个文件。",
    },
    "anchor": {
        "en": "'&{name}' marks a value for reuse, which is not supported. Delete the mark and repeat "
        "the value where it is needed; put quotes around text that begins with '&'.",
        "zh": "“&{name}”是锚点，不支持引用复用。请删除该标记，在需要处重复写出该值；若文字本身以 & 开"
        "头，请加引号。",
    },
    "alias": {
        "en": "'*{name}' stands for a value from elsewhere, which is not supported. Write the value "
        "itself here; put quotes around text that begins with '*'.",
        "zh": "“*{name}”引用了别处的值，不支持这种写法。请在此直接写出该值；若文字本身以 * 开头，请加引号。",
    },
    "tag": {
        "en": "'{tag}' is a YAML tag, and tags are not supported. Delete it, or put quotes around "
        "text that begins with '!'.",
        "zh": "“{tag}”是 YAML 标签，不支持标签。请删除；若文字本身以 ! 开头，请加引号。",
    },
    "several-documents": {
        "en": "a second document begins here with '---'. Keep one document in a file: delete this "
        "line or move the rest.",
        "zh": "此处的“---”开始了第二个文档。一个文件只能有一个文档：请删除此行，或把其余内容移到另一个文件。",
    },
    # yamlfile: why the parser stopped
    "tab-indent": {
        "en": "this line is indented with a tab (such lines in the file: {count}). Indent with "
        "spaces instead.",
        "zh": "此行用制表符缩进（文件中共 {count} 行）。请改用空格缩进。",
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
    "full-width-bracket": {
        "en": "'{character}' is not closed; a full-width bracket does not count. Close it with a "
        "half-width one.",
        "zh": "“{character}”没有闭合，全角括号不算。请用半角括号闭合。",
    },
    "unclosed-quote": {
        "en": "the text opened with {character} is never closed. Add the same quote at its end.",
        "zh": "以 {character} 开头的文字没有结束。请在末尾补上同样的引号。",
    },
    "unclosed-bracket": {
        "en": "'{character}' is never closed, or a comma is missing. Close it, or put each item on "
        "its own line.",
        "zh": "“{character}”没有闭合，或缺少逗号。请补上闭合括号，或每项单独写一行。",
    },
    "special-start": {
        "en": "text cannot begin with '{character}' unless it is quoted. Put double quotes around it.",
        "zh": "不加引号的文字不能以“{character}”开头。请用双引号括起来。",
    },
    "colon-in-value": {
        "en": "there is a second ': ' on this line. Put quotes around the text that holds it.",
        "zh": "这一行出现了第二个“: ”。请给包含它的文字加上引号。",
    },
    "wrong-indent": {
        "en": "this line is indented deeper than the line above allows, which already has a value. "
        "Align it with the keys above.",
        "zh": "上一行已有值，此行缩进过深。请与上面的键对齐。",
    },
    "text-after-quote": {
        "en": "there is more text after the closing quote. Put quotes around the whole text, with "
        '\\" for a quote within it.',
        "zh": '引号结束后还有文字。请给整段文字加引号，其中的引号写作 \\"。',
    },
    "surrogate": {
        "en": "'{text}' is one half of a character and cannot be saved. Type the character itself.",
        "zh": "“{text}”只是半个字符，无法保存。请直接输入该字符。",
    },
    "yaml-syntax": {
        "en": "this is not valid YAML ({problem}). Look at this line and the one above: indentation, "
        "colons and quotes.",
        "zh": "YAML 语法有误（{problem}）。请检查本行和上一行的缩进、冒号和引号。",
    },
    # yamlfile: keys and values
    "duplicate-key": {
        "en": "the key '{key}' stands in line {first} and again in line {second}. Keep one of them.",
        "zh": "键“{key}”在第 {first} 行已有，第 {second} 行又出现。请只保留一个。",
    },
    "key-not-text": {
        "en": "the key '{key}' is not text. Keys are text: quote it, or give it a name.",
        "zh": "键“{key}”不是文字。键必须是文字：请加引号，或换一个名称。",
    },
    "number-too-long": {
        "en": "the number '{text}' has more digits than can be kept. Quote it if it is a code, or "
        "correct it.",
        "zh": "数字“{text}”位数过多。若是编号请加引号，否则请更正。",
    },
    "not-finite": {
        "en": "'{text}' is not a finite number. Write a number, or quote it if it is text.",
        "zh": "“{text}”不是有限的数值。请写具体数字；若是文字请加引号。",
    },
    "value-cut": {
        "en": "the value ends at '{value}', because ' #' begins a comment. Quote the whole text, or "
        "put a space after '#' if it is a comment.",
        "zh": "值在“{value}”处截断，因为“ #”之后是注释。请给整段文字加引号；若确是注释，请在 # 后加空格。",
    },
    # yamlfile: sentences in flow style
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
}
