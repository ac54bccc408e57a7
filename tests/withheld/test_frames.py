"""Names are found by their consonants where a script leaves vowels out or writes syllables."""

import pytest

from workflow.withheld import Seeker

ORLINSKAYA = {
    "Arabic": "قالت آنا أورلينسكايا ذلك",
    "Armenian": "Աննա Օրլինսկայա",
    "Chinese": "昨天安娜·奥尔林斯卡娅被释放",
    "Georgian": "ანა ორლინსკაიამ თქვა",
    "Greek": "η Άννα Ορλίνσκαγια",
    "Hebrew": "אנה אורלינסקאיה אמרה",
    "Hindi": "आन्ना ओर्लिन्सकाया ने कहा",
    "Japanese": "アンナ・オルリンスカヤさん",
    "Korean": "안나 오를린스카야는 말했다",
    "Thai": "แอนนา ออร์ลินสกายา",
}


@pytest.mark.parametrize("script", ORLINSKAYA)
@pytest.mark.parametrize("name", ["Anna Orlinskaya", "Анна Орлинская", "Орлинская Анна"])
def test_a_name_is_found_in_other_scripts(script: str, name: str) -> None:
    text = ORLINSKAYA[script]
    [(start, end)] = Seeker([name]).find(text)
    assert end - start >= 5
    assert Seeker([name]).replaced(text, "N") != text


@pytest.mark.parametrize(
    "text",
    [
        "قال المحامي إن المحكمة رفضت الشكوى يوم الخميس",
        "בית המשפט דחה את הבקשה ביום חמישי",
        "裁判所は木曜日に訴えを退けた",
        "법원은 목요일에 청구를 기각했다",
        "ศาลยกคำร้องเมื่อวันพฤหัสบดี",
        "სასამართლომ საჩივარი არ მიიღო",
    ],
)
def test_ordinary_words_are_not(text: str) -> None:
    assert not Seeker(["Anna Orlinskaya", "Timur Zvezdov", "Pavel Orlin"]).find(text)


def test_a_name_of_few_consonants_is_not_looked_for() -> None:
    assert not Seeker(["Ana Lee"]).find("آنا لي")
