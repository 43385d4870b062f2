/// The name in a greeting that is written in Han characters, kana, or hangul, with or without an honorific:
/// 佐野様, 王经理, 김 부장님. Such names have no capitals and often no blanks, so they're found by what follows them.
struct EasternGreeting {
  /// The name as it stands, without what it's addressed with; empty where only a title stands.
  let name: String
  /// The whole word.
  let word: String
  /// Whether an honorific or a title follows it.
  let isAddressed: Bool

  /// Reads a word; nil where it isn't written in one of these scripts.
  init?(_ word: String) {
    guard !word.isEmpty, word.unicodeScalars.allSatisfy({ EasternGreeting.script($0) != nil })
    else { return nil }
    var rest = Substring(word)
    var isAddressed = false
    for before in EasternGreeting.openings where rest.hasPrefix(before) {
      rest.removeFirst(before.count)
      break
    }
    while let ending = EasternGreeting.endings.first(where: { rest.hasSuffix($0) }) {
      rest.removeLast(ending.count)
      isAddressed = true
    }
    // Everybody, whoever it concerns, a department: nobody's name.
    let isGeneral = EasternGreeting.general.contains { rest.contains($0) }
    name = isGeneral ? "" : String(rest)
    self.word = word
    self.isAddressed = isAddressed
  }

  /// Whether it may be how somebody is greeted; nil where their name is in none of its scripts: then
  /// nothing is known.
  func fits(_ person: String) -> Bool? {
    let parts = person.split(whereSeparator: { $0.isWhitespace || $0 == "・" || $0 == "·" })
      .map { EasternGreeting.plain(String($0)) }
    let whole = parts.joined()
    let mine = EasternGreeting.plain(name)
    let theirs = Set(whole.unicodeScalars.compactMap(EasternGreeting.script))
    guard !mine.isEmpty,
      mine.unicodeScalars.allSatisfy({ it in
        EasternGreeting.script(it).map(theirs.contains) ?? false
      })
    else { return nil }
    let asWritten = EasternGreeting.plain(word)
    if [mine, asWritten].contains(where: { parts.contains($0) || whole == $0 }) { return true }
    // Without a blank nobody can tell where the family name ends.
    return parts.count == 1 && (whole.hasPrefix(mine) || whole.hasSuffix(mine))
  }

  private enum Script { case han, hiragana, katakana, hangul }

  private static func script(_ scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
    case 0x3041...0x309F: .hiragana
    case 0x30A0...0x30FF: .katakana
    case 0xAC00...0xD7A3: .hangul
    default: nil
    }
  }

  /// One form of characters that a name is written with either way: 髙 and 高, 陳 and 陈.
  private static func plain(_ text: String) -> String {
    String(text.map { variants[$0] ?? $0 })
  }

  private static let variants: [Character: Character] = {
    let rows = """
      高髙 崎﨑嵜 斎斉齋齊 辺邊邉 沢澤泽 浜濱滨 広廣广 桜櫻樱 国國 島嶋嶌岛 竜龍龙 滝瀧 恵惠 曽曾 真眞 徳德 陈陳 张張
      刘劉 杨楊 赵趙 吴吳呉 孙孫 马馬 郑鄭 谢謝 许許 邓鄧 冯馮 罗羅 叶葉 苏蘇 吕呂 卢盧 钟鍾鐘 谭譚 陆陸 贾賈 韦韋 邹鄒
      万萬 顾顧 钱錢 严嚴 汤湯 余餘 蒋蔣 萧蕭 黄黃 闫閻 关關関 东東 乔喬 桥橋 荣榮栄 泷瀧 渊淵 铃鈴 宫宮
      """
    var found: [Character: Character] = [:]
    for row in rows.split(whereSeparator: \.isWhitespace) {
      for other in row.dropFirst() { found[other] = row.first }
    }
    return found
  }()

  private static let openings = ["尊敬的", "敬爱的", "敬愛的", "亲爱的", "親愛的", "致"]
  /// Longer ones first.
  private static let endings = [
    "선생님", "교수님", "부장님", "과장님", "차장님", "대리님", "팀장님", "사장님", "대표님", "이사님", "박사님", "매니저님",
    "先生", "女士", "小姐", "经理", "經理", "主管", "总监", "總監", "教授", "老师", "老師", "博士", "部長", "部长", "課長",
    "社長", "係長", "主任", "さま", "さん", "くん", "ちゃん", "サマ", "サン", "선생", "교수", "귀하", "様", "样", "殿", "氏",
    "君", "总", "總", "님", "씨", "께",
  ].sorted { $0.count > $1.count }
  private static let general = [
    "皆", "みな", "各位", "担当", "擔當", "負責", "负责", "採用", "采用", "招聘", "人事", "人力", "御中", "関係", "大家", "团队",
    "團隊", "貴社", "ご", "お", "여러분", "담당", "관계", "채용", "인사", "貴", "諸", "您", "你",
  ]
}
