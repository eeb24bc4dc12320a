"""Requests that cannot be carried out (exit code 2): what is wrong, and the cure."""

TEXTS = {
    "bad-id": {
        "en": "'{name}' cannot be used as a name in the repo. Use small letters, digits, '-' and '_', or"
        " Chinese characters.",
        "zh": "“{name}”不能用作名称。请使用小写字母、数字、- 和 _，或中文。",
    },
    "cannot-read": {
        "en": "'{path}' cannot be read: {reason}. Check its permissions.",
        "zh": "无法读取“{path}”：{reason}。请检查权限。",
    },
    "cannot-write": {
        "en": "'{path}' cannot be written: {reason}. What it held is unchanged; check its permissions.",
        "zh": "无法写入“{path}”：{reason}。原内容没有改动，请检查权限。",
    },
    "deal-exists": {
        "en": "'{path}' is there already, or differs from '{deal}' only in case or accents. Choose"
        " another name.",
        "zh": "“{path}”已存在，或与“{deal}”只有大小写、编码上的差别。请换一个名称。",
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
    "file-too-large": {
        "en": "'{path}' is larger than {most} bytes. Check that it is the right file.",
        "zh": "“{path}”超过 {most} 字节。请确认是不是选错了文件。",
    },
    "journal-not-written": {
        "en": "this answer could not be kept in '{path}': {reason}. The {saved} answers before it are"
        " safe there; free some space or check its permissions, then go on with the same command.",
        "zh": "这条回答无法保存到“{path}”：{reason}。之前的 {saved} 条回答都已保存；请腾出空间或检查权限，"
        "再用同一命令继续。",
    },
    "long-id": {
        "en": "'{name}' is too long for a name in the repo. Use at most {most} characters, fewer in Chinese.",
        "zh": "“{name}”作名称太长。最多 {most} 个字符，中文还要更短。",
    },
    "newer-journal": {
        "en": "the answers in '{path}' were kept by a newer salescoach (format {version}). Update"
        " salescoach, or move the file away.",
        "zh": "“{path}”里的回答由更新版本的 salescoach 保存（格式 {version}）。请升级 salescoach，或把该"
        "文件移走。",
    },
    "no-console": {
        "en": "this window cannot show questions ({reason}). Use Windows Terminal, or start the command"
        " with 'winpty'; --answers FILE answers without questions.",
        "zh": "这个窗口无法显示提问（{reason}）。请改用 Windows Terminal，或在命令前加 winpty；也可以用"
        " --answers FILE 直接给出答案。",
    },
    "no-file": {
        "en": "'{path}' does not exist. Check its name.",
        "zh": "“{path}”不存在。请检查名称。",
    },
    "no-folder": {
        "en": "the folder '{path}' cannot be created: {reason}. Check its permissions.",
        "zh": "无法建立文件夹“{path}”：{reason}。请检查权限。",
    },
    "no-output": {
        "en": "the result could not be written to the output: {reason}. Check where it is sent.",
        "zh": "结果无法写到输出：{reason}。请检查输出的去向。",
    },
    "no-root": {
        "en": "'{path}' is not a folder. Check --root and SALESCOACH_ROOT.",
        "zh": "“{path}”不是文件夹。请检查 --root 和 SALESCOACH_ROOT。",
    },
    "no-terminal": {
        "en": "there is no terminal to ask on. Run it in a terminal, or answer with --answers FILE or"
        " this command's flags.",
        "zh": "没有可以提问的终端。请在终端里运行，或用 --answers FILE 及本命令的参数给出答案。",
    },
    "not-a-file": {
        "en": "'{path}' is a folder, a pipe or a device. Name a regular file.",
        "zh": "“{path}”是文件夹、管道或设备。请指定普通文件。",
    },
    "outside-root": {
        "en": "'{path}' lies outside of '{root}'. Use a place within the repo.",
        "zh": "“{path}”在“{root}”之外。请使用仓库以内的位置。",
    },
    "reserved-id": {
        "en": "'{name}' is a name that Windows keeps for itself. Choose another one.",
        "zh": "“{name}”是 Windows 的保留名称。请换一个。",
    },
}
