/// Texts with no word in them: nothing, a single sign of many kinds, two of them, and a great many of
/// one, which may be a word without an end.
public enum Wordless {
  /// The signs.
  public static let signs: [String] =
    (33..<127).compactMap { Unicode.Scalar($0) }.filter { !$0.properties.isAlphabetic }
    .map { String($0) }
    + [
      "。", "、", "，", "：", "；", "！", "？", "「", "」", "『", "』", "（", "）", "・", "／", "．", "～", "…", "—",
      "–", "’", "‘", "“", "”", "«", "»", "·", "\u{301}", "\u{5B0}", "\u{64B}", "\u{93C}",
      "\u{200D}",
      "\u{200B}", "\u{200E}", "\u{202E}", "\u{FEFF}", "\u{AD}", "\u{A0}", "\u{3000}", "\n", "\r\n",
      "\r",
      "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FFFD}", "½", "👩‍👩‍👧", "🇩", "0", "x",
      "字", "ะ", "ㅋ",
    ]

  /// Each sign alone, between letters, and some of them very often.
  public static let texts: [String] =
    ["", " "] + signs + signs.map { "a\($0)b" }
    + ["/", "\n", "。", "x", "字", "a\u{301}", "\u{301}", "\u{FFFD}"].map {
      String(repeating: $0, count: 100_000)
    }
}
