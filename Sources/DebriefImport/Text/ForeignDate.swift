import DebriefModel

/// Dates as people write them in other languages, in words that ``DateWords`` knows.
enum ForeignDate {
  /// A date in English, where it is one of another language; what is none stays nearly as it was.
  static func english(_ text: String) -> String {
    let text = eastern(figures(text))
    var words: [String] = []
    var isForeign = false
    // "set" and "out" are months of dates that have a year, and words of English elsewhere.
    let isDated = text.split(whereSeparator: { !$0.isNumber }).contains { $0.count == 4 }
    for word in text.split(whereSeparator: \.isWhitespace) {
      let plain = NameFolding.plain(String(word)).trimming { !$0.isLetter && !$0.isNumber }
      if small.contains(plain) { continue }
      if let month = month(plain), isDated || !isEnglish(plain) {
        isForeign = true
        words.append(Day.months[month])
      } else {
        words.append(word.last == "." && word.count > 1 ? String(word.dropLast()) : String(word))
      }
    }
    guard isForeign else { return words.joined(separator: " ") }
    // Before the first number of a date in another language stands its weekday.
    if let first = words.firstIndex(where: { $0.contains(where: \.isNumber) }),
      (1...2).contains(first),
      words[..<first].allSatisfy({ !Day.months.contains($0) })
    {
      words.removeFirst(first)
    }
    return words.map { $0.last == "," ? String($0.dropLast()) : $0 }.joined(separator: " ")
  }

  /// The figures of other scripts as those of ours: `٢٠٢٦` is 2026.
  static func figures(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          guard scalar.value > 0x7f, scalar.properties.generalCategory == .decimalNumber,
            let value = scalar.properties.numericValue,
            let figure = Unicode.Scalar(UInt32(value) + 0x30)
          else { return scalar }
          return figure
        }))
  }

  /// `2026年3月2日(月) 10:00` and `2026년 3월 2일` as `2026-03-02 10:00`.
  private static func eastern(_ text: String) -> String {
    guard text.contains(where: { "年년".contains($0) }) else { return text }
    var parts: [Int] = []
    var rest = text[...]
    for signs in ["年년", "月월", "日일号號"] {
      rest = rest.drop { $0.isWhitespace }
      let figures = rest.prefix { $0.isASCII && $0.isNumber }
      guard let value = Int(figures), figures.count <= 4 else { return text }
      rest = rest[figures.endIndex...].drop { $0.isWhitespace }
      guard let sign = rest.first, signs.contains(sign) else { return text }
      parts.append(value)
      rest = rest.dropFirst()
    }
    guard let day = Day(parts[0], parts[1], parts[2]) else { return text }
    // The weekday stands in brackets, or is a word of its own.
    var after = rest.trimmed
    if let open = after.first, "(（".contains(open) {
      after = after.drop { !")）".contains($0) }.dropFirst().trimmed
    }
    if let first = after.split(separator: " ").first, !first.contains(where: \.isNumber) {
      after = after.dropFirst(first.count).trimmed
    }
    return after.isEmpty ? "\(day)" : "\(day) \(after)"
  }

  /// Which month a word is, from 0 on; nil for what is none, or is English.
  private static func month(_ plain: String) -> Int? {
    if plain.isEmpty { return nil }
    return months[plain]
  }

  /// Whether the short name of a month is a word of English, too.
  private static func isEnglish(_ plain: String) -> Bool {
    [
      "set", "out", "ago", "mag", "gen", "lug", "sie", "lis", "lut", "tem", "kas", "haz", "sub",
      "ara", "mart", "gru", "sty", "ene", "eki", "nis", "iun", "iul",
    ].contains(plain)
  }

  /// Words between the parts of a date.
  private static let small: Set<String> = Set(
    [
      "de", "del", "le", "el", "la", "den", "der", "las", "alle", "ore", "kl", "klo", "às", "o",
      "г", "року", "roku", "в", "um", "uhr", "om",
    ].map { NameFolding.plain($0) })

  private static let months: [String: Int] = {
    let names = [
      """
      januar jänner janvier janv enero ene gennaio gen januari janeiro styczeń stycznia sty leden
      ledna január ianuarie ian tammikuu tammikuuta ocak январь января янв січень січня
      ιανουαρίου ιαν
      """,
      """
      februar feber février févr fév febrero febbraio februari fevereiro fev luty lutego lut únor
      února február februarie helmikuu helmikuuta şubat şub февраль февраля фев февр лютий лютого
      φεβρουαρίου φεβ
      """,
      """
      märz mrz mär maerz mars marzo maart mrt março marts marzec marca březen března marec március
      márc martie maaliskuu maaliskuuta mart март марта мар березень березня μαρτίου μαρ
      """,
      """
      avril avr abril abr aprile aprilie kwiecień kwietnia kwi duben dubna apríl április ápr
      huhtikuu huhtikuuta nisan nis апрель апреля апр квітень квітня απριλίου απρ
      """,
      """
      mai mayo maggio mag mei maio maj maja květen května máj mája május toukokuu toukokuuta mayıs
      май мая травень травня μαΐου
      """,
      """
      juni juin junio giugno giu junho czerwiec czerwca cze červen června jún június iunie iun
      kesäkuu kesäkuuta haziran haz июнь июня июн червень червня ιουνίου
      """,
      """
      juli juillet juil julio luglio lug julho lipiec lipca lip červenec července júl július iulie
      iul heinäkuu heinäkuuta temmuz tem июль июля июл липень липня ιουλίου
      """,
      """
      août agosto ago augustus augusti sierpień sierpnia sie srpen srpna augusztus elokuu elokuuta
      ağustos ağu август августа авг серпень серпня αυγούστου αυγ
      """,
      """
      septembre septiembre settembre set setembro septembrie wrzesień września wrz září szeptember
      szept syyskuu syyskuuta eylül eyl сентябрь сентября сен сент вересень вересня σεπτεμβρίου
      """,
      """
      oktober okt octobre octubre ottobre ott outubro out octombrie październik października paź
      říjen října október lokakuu lokakuuta ekim eki октябрь октября окт жовтень жовтня οκτωβρίου
      """,
      """
      novembre noviembre novembro noiembrie listopad listopada listopadu lis marraskuu marraskuuta
      kasım kas ноябрь ноября ноя нояб листопад листопада νοεμβρίου
      """,
      """
      dezember dez décembre déc diciembre dic dicembre dezembro decembrie grudzień grudnia gru
      prosinec prosince joulukuu joulukuuta aralık ara декабрь декабря дек грудень грудня
      δεκεμβρίου
      """,
    ]
    return Dictionary(
      names.enumerated().flatMap { at, text in
        text.split(whereSeparator: \.isWhitespace).map { (NameFolding.plain(String($0)), at) }
      }, uniquingKeysWith: { first, _ in first })
  }()
}
