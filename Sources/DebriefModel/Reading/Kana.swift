/// The two Japanese alphabets: ヤマダ, ﾔﾏﾀﾞ and やまだ are one name, which our letters write Yamada.
enum Kana {
  /// A scalar of katakana, wide or half as wide, as hiragana has it; nil for all others.
  static func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30A1...0x30F6: Unicode.Scalar(scalar.value - 0x60)
    case 0xFF66...0xFF9D: narrow[Int(scalar.value) - 0xFF66]
    default: nil
    }
  }

  private static let narrow = Array(
    "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん".unicodeScalars)

  /// A letter with a mark of voice that is written behind it: た and ゛ are だ; nil where it has none.
  static func voiced(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    let isB = (0x306F...0x307B).contains(letter.value)
    switch mark.value {
    case 0xFF9E, 0x3099:
      if letter.value == 0x3046 { return "\u{3094}" }
      guard isB || (0x304B...0x3068).contains(letter.value) else { return nil }
      return Unicode.Scalar(letter.value + 1)
    case 0xFF9F, 0x309A: return isB ? Unicode.Scalar(letter.value + 2) : nil
    default: return nil
    }
  }

  // MARK: - Our letters

  /// A name of kana in our letters, as Hepburn writes it, with and without its long vowels; none for others.
  static func latin(_ name: String) -> [String] {
    let kana = NameFolding.words(name)
    guard !kana.isEmpty, kana.joined().allSatisfy({ isKana($0) }) else { return [] }
    let long = kana.map(letters).joined(separator: " ")
    var short = long
    for (pair, vowel) in [("ou", "o"), ("oo", "o"), ("uu", "u")] {
      short = short.replacing(pair, with: vowel)
    }
    return long == short ? [long] : [short, long]
  }

  private static func isKana(_ c: Character) -> Bool {
    (0x3041...0x3096).contains(c.unicodeScalars.first?.value ?? 0) || c == "ー"
  }

  private static func letters(_ word: String) -> String {
    let chars = Array(word)
    var out = ""
    var isDoubled = false
    var at = 0
    while at < chars.count {
      if chars[at] == "っ" {
        isDoubled = true
        at += 1
        continue
      }
      if chars[at] == "ー" {
        at += 1
        continue
      }
      let pair = at + 1 < chars.count ? table[String(chars[at...(at + 1)])] : nil
      let sound = pair ?? table[String(chars[at])] ?? ""
      if isDoubled, let first = sound.first { out.append(sound.hasPrefix("ch") ? "t" : first) }
      isDoubled = false
      out += sound
      at += pair == nil ? 1 : 2
    }
    return out
  }

  // MARK: - Kana

  /// A folded name of our letters in hiragana, with its long vowels and without; none where it isn't made of
  /// Japanese syllables.
  static func kana(_ word: String) -> [String] {
    let chars = Array(word)
    guard (3...16).contains(chars.count) else { return [] }
    var found = [""]
    var at = 0
    while at < chars.count {
      if at + 1 < chars.count, chars[at] == chars[at + 1] || chars[at...].starts(with: "tch"),
        !"aeioun".contains(chars[at])
      {
        found = found.map { $0 + "っ" }
        at += 1
        continue
      }
      let length = [3, 2, 1].first { length in
        at + length <= chars.count && signs[String(chars[at..<(at + length)])] != nil
      }
      guard let length, let sign = signs[String(chars[at..<(at + length)])] else { return [] }
      at += length
      let vowel = chars[at - 1]
      let isWritten = at < chars.count && (chars[at] == "u" || chars[at] == vowel)
      if vowel == "o" || vowel == "u", !isWritten, found.count < 8 {
        found = found.flatMap { [$0 + sign, $0 + sign + "う"] }
      } else {
        found = found.map { $0 + sign }
      }
    }
    return found
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for row in rows.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = row.split(separator: "=").map(String.init)
      table[parts[0]] = parts[1]
    }
    return table
  }()

  /// The first kana of each sound.
  private static let signs: [String: String] = {
    var signs: [String: String] = [:]
    for (kana, sound) in table where !"ぢづをゐゑぁぃぅぇぉゃゅょゎ".contains(kana.first ?? " ") {
      if signs[sound].map({ kana < $0 }) ?? true { signs[sound] = kana }
    }
    return signs
  }()

  private static let rows = """
    あ=a い=i う=u え=e お=o か=ka き=ki く=ku け=ke こ=ko が=ga ぎ=gi ぐ=gu げ=ge ご=go
    さ=sa し=shi す=su せ=se そ=so ざ=za じ=ji ず=zu ぜ=ze ぞ=zo た=ta ち=chi つ=tsu て=te と=to
    だ=da ぢ=ji づ=zu で=de ど=do な=na に=ni ぬ=nu ね=ne の=no は=ha ひ=hi ふ=fu へ=he ほ=ho
    ば=ba び=bi ぶ=bu べ=be ぼ=bo ぱ=pa ぴ=pi ぷ=pu ぺ=pe ぽ=po ま=ma み=mi む=mu め=me も=mo
    や=ya ゆ=yu よ=yo ら=ra り=ri る=ru れ=re ろ=ro わ=wa ゐ=i ゑ=e を=o ん=n ゔ=vu
    ぁ=a ぃ=i ぅ=u ぇ=e ぉ=o ゃ=ya ゅ=yu ょ=yo ゎ=wa
    きゃ=kya きゅ=kyu きょ=kyo ぎゃ=gya ぎゅ=gyu ぎょ=gyo しゃ=sha しゅ=shu しょ=sho じゃ=ja じゅ=ju じょ=jo
    ちゃ=cha ちゅ=chu ちょ=cho にゃ=nya にゅ=nyu にょ=nyo ひゃ=hya ひゅ=hyu ひょ=hyo びゃ=bya びゅ=byu びょ=byo
    ぴゃ=pya ぴゅ=pyu ぴょ=pyo みゃ=mya みゅ=myu みょ=myo りゃ=rya りゅ=ryu りょ=ryo
    """
}
