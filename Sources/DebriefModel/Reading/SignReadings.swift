/// How names that are written in signs are read: 王小明 is Wang Xiaoming, 김민준 is Kim Minjun. A name may be
/// on file in the one way and stand in a text in the other.
public enum SignReadings {
  /// A name that may begin at a sign of a text.
  public struct Reading: Hashable, Sendable {
    /// ``keys(of:)`` of such a name has this.
    public var key: String
    /// Where the name ends.
    public var end: Int
    /// What is read.
    public var part: Part

    /// Makes one.
    public init(key: String, end: Int, part: Part) {
      (self.key, self.end, self.part) = (key, end, part)
    }
  }

  /// What of a name stands somewhere.
  public enum Part: Hashable, Sendable {
    /// Family name and given name.
    case whole
    /// Only the given name, of two signs or more.
    case given
    /// Only the family name, which means somebody only with a title.
    case family
  }

  // MARK: - Our letters for a name in signs

  /// The ways to write a name of Chinese signs or Korean syllables in our letters, the family name first;
  /// none for any other name.
  public static func latin(_ name: String) -> [String] {
    let words = name.split { !NameFolding.isWord($0) }.map { Array($0) }
    guard (1...2).contains(words.count), words.allSatisfy({ !$0.isEmpty }) else { return [] }
    let signs = words.flatMap { $0 }
    let isKorean = signs.allSatisfy(isHangul)
    guard isKorean || signs.allSatisfy({ PinyinTable.syllables[$0] != nil }),
      (2...6).contains(signs.count)
    else { return [] }
    let length = words.count == 2 ? words[0].count : familyLength(signs)
    guard length < signs.count, signs.count - length <= 3 else { return [] }
    let given = Array(signs[length...])
    let firsts = families(Array(signs[..<length]))
    var found: [String] = []
    func add(_ form: String) { if !found.contains(form) { found.append(form) } }
    let seconds = isKorean ? KoreanSyllables.spellings(given) : chinese(given)
    for family in firsts { for second in seconds { add("\(family) \(second)") } }
    // With its syllables apart, a name has an initial for each.
    let sounds = isKorean ? given.map(KoreanSyllables.spelling) : given.map(syllable)
    for apart in isKorean ? [sounds] : [sounds, sounds.map(wade)] where given.count > 1 {
      for family in firsts { add("\(family) \(apart.joined(separator: " "))") }
    }
    return found
  }

  private static func isHangul(_ c: Character) -> Bool {
    (0xAC00...0xD7A3).contains(c.unicodeScalars.first?.value ?? 0)
  }

  private static func syllable(_ sign: Character) -> String { PinyinTable.syllables[sign] ?? "" }

  /// A given name in pinyin, and as it was written before and still is in Taiwan: Hsiaoming.
  private static func chinese(_ given: [Character]) -> [String] {
    let modern = given.map(syllable)
    let older = modern.map(wade)
    return older == modern ? [modern.joined()] : [modern.joined(), older.joined()]
  }

  /// A syllable as Wade and Giles write it, without its apostrophes.
  private static func wade(_ syllable: String) -> String {
    let whole = [
      "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu",
      "si": "ssu", "you": "yu", "yan": "yen", "yi": "yi", "ye": "yeh", "he": "ho", "ke": "ko",
      "ge": "ko", "er": "erh",
    ]
    if let found = whole[syllable] { return found }
    let starts = [
      ("zh", "ch"), ("x", "hs"), ("q", "ch"), ("j", "ch"), ("z", "ts"), ("c", "ts"), ("r", "j"),
      ("b", "p"), ("d", "t"), ("g", "k"),
    ]
    var start = ""
    var rest = syllable
    if !syllable.hasPrefix("ch") {
      for (ours, theirs) in starts where syllable.hasPrefix(ours) {
        (start, rest) = (theirs, String(syllable.dropFirst(ours.count)))
        break
      }
    }
    for (ours, theirs) in [("ong", "ung"), ("ian", "ien"), ("ie", "ieh"), ("ue", "ueh")]
    where rest.hasSuffix(ours) {
      return start + rest.dropLast(ours.count) + theirs
    }
    return start + rest
  }

  // MARK: - Signs for a name in our letters

  /// Under what a name in our letters is found where it is written in signs; its words are folded. The
  /// family name may be the first word or the last.
  public static func keys(of words: [String]) -> [Reading] {
    guard (2...4).contains(words.count),
      words.allSatisfy({ word in word.utf8.allSatisfy { (97...122).contains($0) } })
    else { return [] }
    var keys: [Reading] = []
    func add(_ key: String, _ part: Part) {
      let reading = Reading(key: key, end: 0, part: part)
      if !keys.contains(reading) { keys.append(reading) }
    }
    for (family, given) in [
      (words[0], words[1...].joined()), (words[words.count - 1], words.dropLast().joined()),
    ] {
      let korean = KoreanSyllables.skeleton(given)
      add("\(family) \(given)", .whole)
      add("\(family) ~\(korean)", .whole)
      // A given name that is one syllable as well stands in too many words.
      if !syllables.contains(given), given.count >= 4 { add(given, .given) }
      if korean.count >= 4 { add("~\(korean)", .given) }
      if isFamily(family) { add(family, .family) }
    }
    return keys
  }

  /// Whether some family name in signs is written so.
  private static func isFamily(_ word: String) -> Bool {
    syllables.contains(word) || familySpellings.contains(word)
  }

  /// What may be a name at a sign of a text.
  public static func readings(_ chars: [Character], at start: Int) -> [Reading] {
    let first = chars[start]
    let isKorean = isHangul(first)
    guard isKorean || PinyinTable.syllables[first] != nil else { return [] }
    let run = chars[start...].prefix(5).prefix {
      isKorean ? isHangul($0) : PinyinTable.syllables[$0] != nil
    }
    let signs = Array(run)
    var found: [Reading] = []
    func given(_ signs: ArraySlice<Character>) -> String {
      isKorean
        ? "~" + KoreanSyllables.skeleton(signs.map(KoreanSyllables.spelling).joined())
        : signs.map(syllable).joined()
    }
    // The longest first.
    for length in Set([1, familyLength(signs)]).sorted(by: >) where length <= signs.count {
      // Any two signs are read like somebody's name: the first must be one that families have.
      let isFamily =
        length == 2 && double.contains(String(signs[..<2]))
        || length == 1 && (family[first] != nil || single.contains(first))
      for family in isFamily ? families(Array(signs[..<length])) : [] {
        for count in stride(from: min(3, signs.count - length), to: 0, by: -1) {
          let key = "\(family) \(given(signs[length..<(length + count)]))"
          found.append(Reading(key: key, end: start + length + count, part: .whole))
        }
        found.append(Reading(key: family, end: start + length, part: .family))
      }
    }
    for count in stride(from: min(3, signs.count), to: 1, by: -1) {
      found.append(Reading(key: given(signs[..<count]), end: start + count, part: .given))
    }
    return found
  }

  // MARK: - Family names

  /// How many signs of a name are the family's.
  private static func familyLength(_ signs: [Character]) -> Int {
    guard signs.count > 2 else { return 1 }
    return double.contains(String(signs[..<2])) ? 2 : 1
  }

  /// How a family name may be written.
  private static func families(_ signs: [Character]) -> [String] {
    if signs.count == 1, let known = family[signs[0]] { return known }
    if signs.allSatisfy(isHangul) { return KoreanSyllables.spellings(signs) }
    let plain = signs.map(syllable).joined()
    return String(signs) == "尉迟" ? ["yuchi"] : [plain]
  }

  private static let syllables = Set(PinyinTable.syllables.values)
  private static let familySpellings = Set(family.values.joined())

  private static let double = Set(
    """
    欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 东方 東方 皇甫 尉迟 公孙 公孫 慕容 令狐 司徒 端木 长孙 宇文 司空 独孤 南宫
    남궁 황보 선우 제갈 독고 사공 서문
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Family names of one sign that are read as the sign is.
  private static let single = Set(
    """
    钱褚卫蒋秦尤施孔严金陶姜戚喻柏水窦章云葛奚范郎鲁韦昌马苗凤花俞柳酆鲍史费廉岑薛贺倪汤滕殷毕郝邬安常于时傅皮卞齐康伍元卜顾孟
    平和穆尹姚邵湛汪祁毛禹狄米贝明臧计伏成谈茅庞熊纪舒屈项祝阮蓝闵席季麻强路娄危童颜梅盛刁骆夏樊凌霍虞万支柯昝管卢莫经房裘干应
    宗宣贲郁杭洪包诸左崔吉钮龚程嵇邢滑裴荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯蓬全郗班仰秋仲伊宫宁
    栾暴甘钭厉戎祖武符景詹束龙幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党谭贡劳姬申扶堵冉宰郦雍郤璩桑
    桂濮牛寿通边扈燕冀郏浦尚农别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈庾终暨居衡步耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩
    聂晁勾敖融冷訾辛阚那简饶空毋沙养鞠须丰巢关蒯相后荆红游竺权逯益桓公肖付代苟涂岳帅缑亢况有琴商牟伯赏墨哈谯笪年爱阳佟言福
    錢衛秦嚴魯韋馬鳳費賀湯畢鄔時齊顧貝計談龐紀項藍閔強婁顏駱萬盧莫經應貢諸鈕龔榮儲烏車宮寧欒厲龍薊懷從賴藺喬陰蒼雙聞黨譚勞
    壽邊農莊閻連習魚終滿國廣東歐師鞏聶簡饒養須豐關紅遊權塗嶽
    """.filter { !$0.isWhitespace })

  /// Family names that are read in another way than the sign elsewhere, or written as people from Hong Kong,
  /// Taiwan, Singapore, and Korea write them.
  private static let family: [Character: [String]] = {
    var family: [Character: [String]] = [:]
    for row in rows.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let words = row.split(separator: " ").map(String.init)
      for sign in words[0] { family[sign] = Array(words.dropFirst()) }
    }
    return family
  }()

  private static let rows = """
    王 wang wong ong;李 li lee;张張 zhang chang cheung teo;陈陳 chen chan tan;刘劉 liu lau low;黄黃 huang wong ng
    林 lin lam lim;吴吳 wu ng goh;郑鄭 zheng cheng tay;蔡 cai tsai choi chua;许許 xu hsu hui koh;谢謝 xie hsieh tse
    周 zhou chou chow;赵趙 zhao chao chiu;徐 xu hsu tsui;孙孫 sun suen;朱 zhu chu;杨楊 yang yeung yeo;何 he ho
    郭 guo kuo kwok;高 gao kao ko;罗羅 luo lo law;梁 liang leung;宋 song sung;唐 tang tong;韩韓 han hon
    冯馮 feng fung;邓鄧 deng teng tang;曹 cao tsao cho;曾 zeng tseng tsang;彭 peng pang;萧蕭 xiao hsiao siu
    潘 pan poon;袁 yuan yuen;董 dong tung;苏蘇 su so;叶葉 ye yeh yip;吕呂 lu lv lyu lui;魏 wei ngai
    蒋蔣 jiang chiang cheung;田 tian tien tin;杜 du tu to;丁 ding ting;沈 shen sum;范 fan;江 jiang chiang kong
    钟鍾鐘 zhong chung;戴 dai tai;任 ren jen yam;陆陸 lu luk;廖 liao liu;邱 qiu chiu yau;方 fang fong
    石 shi shih shek;贾賈 jia chia;邹鄒 zou tsou chow;余 yu yue;雷 lei lui;温溫 wen wan;胡 hu wu woo
    单單 shan;解 xie;仇 qiu;区區 ou au;查 zha cha;盖蓋 ge gai;朴 piao park;乐樂 yue le;翟 zhai;覃 qin tan
    缪繆 miao;员員 yun;尉 wei yu;洗冼 xian sin;佘 she;逄 pang;宓 mi fu;秘 bi;都 du;华華 hua wah;召 shao
    김 kim gim;이 lee yi i rhee ri;박 park bak pak;최 choi choe;정 jung jeong chung;조 cho jo;강 kang gang
    윤 yoon yun;장 jang chang;임 lim im yim;한 han;오 oh o;서 seo suh;신 shin sin;권 kwon gwon;황 hwang
    안 ahn an;송 song;유 yoo yu you;류 ryu yoo;전 jeon jun chun;홍 hong;고 ko go koh;문 moon mun;양 yang
    손 son sohn;배 bae pae;백 baek paik;허 heo hur huh;남 nam;심 shim sim;노 noh roh no;하 ha;곽 kwak gwak
    성 sung seong;차 cha;주 joo ju;우 woo u;구 koo ku gu;민 min;나 na ra;진 jin;지 ji;엄 um eom;원 won
    천 cheon chun;방 bang pang;공 kong gong;현 hyun hyeon;변 byun byeon;여 yeo yuh;추 choo chu;석 seok suk
    """
}
