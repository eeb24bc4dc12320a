"""A line as it is recognised: one case, one width, one script, no apostrophes, with the way back to its own words."""

import re
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from unicodedata import category, normalize

from salescoach.drill.heard import LISTENED
from salescoach.drill.rules.en import SPELT

LONGEST = 500
"""Characters of a line that are looked at."""

_PAIRS = (
    "們们個个這这裡里裏里來来時时會会嗎吗麼么說说話话請请問问題题對对為为與与於于還还過过給给讓让從从後后點点樣样應应該该當当開开關关長长間间"
    "經经濟济營营業业務务產产價价錢钱費费損损壞坏錯错誤误遲迟慢慢單单貨货質质準准確确實实際际現现狀状況况報报廢废罰罚賠赔償偿險险風风擔担憂忧"
    "難难煩烦處处頭头痛痛麻麻滿满覺觉認认識识瞭了解解決决幫帮助助獲获益益優优勢势貴贵買买賣卖廠厂車车間间線线機机器器設设備备電电網网絡络數数"
    "據据檔档線线總总結结確确認认簽签約约訂订購购見见聽听讀读寫写談谈講讲議议論论誰谁幾几歲岁週周號号點点鐘钟兩两萬万億亿員员資资財财學学"
    "師师醫医護护療疗療疗藥药衛卫牆墙門门戶户區区縣县國国際际東东歐欧華华語语種种類类級级層层樓楼場场館馆飯饭酒酒歡欢樂乐謝谢愛爱親亲"
    "達达運运輸输遠远進进連连遲迟選选適适邊边達达壓压縮缩減减輕轻穩稳歸归屬属響响練练習习慣惯歷历史史麵面麗丽麼么態态恆恒據据擁拥擴扩"
    "換换損损擊击擋挡撐撑採采掛挂掃扫擇择擬拟攔拦敗败敵敌斷断暢畅暫暂曆历條条極极構构標标樁桩檢检櫃柜權权歲岁殘残毀毁氣气決决況况淨净"
    "測测湯汤滯滞漲涨漸渐潔洁潛潜濕湿災灾無无煙烟營营燈灯燒烧爐炉獎奖獨独環环產产畫画當当療疗盤盘監监盡尽睜睁礙碍禮礼離离稅税積积窩窝"
    "競竞筆笔節节範范築筑簡简糧粮糾纠紀纪納纳紙纸級级紛纷細细終终組组絕绝統统經经綠绿維维緊紧線线緩缓編编緣缘縫缝績绩繁繁織织繼继續续"
    "罷罢聯联職职膠胶臨临舉举舊旧莊庄華华葉叶蓋盖蘭兰術术補补裝装製制複复覆覆規规視视覽览觀观計计訊讯討讨訓训記记訪访許许訴诉診诊詞词試试"
    "該该詳详誠诚調调諮咨證证譯译護护變变負负責责貼贴賬账帳账賴赖贏赢趕赶跡迹蹤踪軟软較较載载輛辆轉转辦办農农遞递遺遗郵邮鄉乡釋释針针"
    "銀银銷销鋪铺錄录鍵键鎖锁鏈链鐵铁閒闲閉闭闆板隊队陽阳階阶隨随隱隐雙双雜杂雞鸡電电靜静頂顶項项順顺須须預预領领頻频額额顧顾願愿飛飞"
    "養养餐餐餘余館馆驗验驚惊體体鬆松鬧闹魚鱼鮮鲜齊齐齡龄龍龙臺台檯台妳你您您嘅的"
)
_SIMPLE = {ord(a): b for a, b in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}
"""Common traditional characters to simplified ones."""
_MARKS = {
    "。": ".",
    "、": ",",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "`": "'",
    "…": ".",
    "—": "-",
    "–": "-",
}
_WORD = re.compile("[a-z0-9]+")
_ENGLISH = re.compile("[a-z]+")
_CHINESE = re.compile("[\u3400-\u9fff]")
_END = re.compile(r"[.?!;\n]+")


class Folded(NamedTuple):
    """`text` is the folded line; character i of it comes from `whole[start:end]` with `spans[i] == (start, end)`."""

    text: str
    spans: tuple[tuple[int, int], ...]
    whole: str

    def words(self, start: int, end: int) -> str:
        """The line's own words for a stretch of its folded text."""
        if start >= end:
            return ""
        return self.whole[self.spans[start][0] : self.spans[end - 1][1]].strip()

    def part(self, start: int, end: int) -> "Folded":
        """A stretch of it."""
        return Folded(self.text[start:end], self.spans[start:end], self.whole)


def fold(line: str) -> Folded:
    """The first 500 characters of a line, folded."""
    whole = line[:LONGEST]
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    for at, letter in enumerate(whole):
        plain = _plain(letter)
        if plain == "" or (plain == " " and (not letters or letters[-1] == " ")):
            continue
        letters.append(plain)
        spans.append((at, at + 1))
    return _spelt("".join(letters), spans, whole)


def _spelt(text: str, spans: list[tuple[int, int]], whole: str) -> Folded:
    """The same with words that were typed in a hurry as they are in the dictionary."""
    letters: list[str] = []
    origin: list[tuple[int, int]] = []
    done = 0
    for found in _WORD.finditer(text):
        better = SPELT.get(found[0])
        if better is None:
            continue
        start, end = found.span()
        letters.append(text[done:start] + better)
        origin += spans[done:start] + [(spans[start][0], spans[end - 1][1])] * len(better)
        done = end
    letters.append(text[done:])
    origin += spans[done:]
    return Folded("".join(letters), tuple(origin), whole)


@lru_cache(4096)
def _plain(letter: str) -> str:
    """One character folded: "" for what is dropped, else exactly one."""
    if letter in _MARKS:
        letter = _MARKS[letter]
    plain = normalize("NFKC", letter).casefold().translate(_SIMPLE)
    if plain == "'" or category(letter) in ("Mn", "Cf", "Cs"):
        return ""
    if not plain or plain.isspace() or category(letter) in ("Cc", "Co", "Cn"):
        return "\n" if letter == "\n" else " "
    return plain[0]


def language(text: str) -> str:
    """`zh` where Chinese characters say more of a folded line than Latin words do; two of them make a word."""
    return "zh" if len(_CHINESE.findall(text)) / 1.5 > len(_ENGLISH.findall(text)) else "en"


def sentences(folded: Folded) -> list[Folded]:
    """Its sentences, each with its end mark. A point inside a number or between letters ends none."""
    parts, start, text = [], 0, folded.text
    for found in _END.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if found[0] == "." and before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
            continue
        parts.append(folded.part(start, found.end()))
        start = found.end()
    parts.append(folded.part(start, len(text)))
    return [part for part in parts if any(c.isalnum() for c in part.text)]


def key(line: str) -> str:
    """What two lines share that are the same but for case, width, punctuation and space."""
    plain = normalize("NFKC", line[:LISTENED]).casefold()
    return "".join(letters for kept, group in groupby(plain, str.isalnum) if kept for letters in group)
