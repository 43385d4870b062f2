/// Where another question goes in a letter (A71): never into the greeting, and never into the middle of a sentence.
enum LetterAsking {
  /// The place, in characters, and the question with the spaces it needs there.
  ///
  /// - Parameter cursor: Where the cursor is, in characters; beyond the text it counts as its end.
  static func place(
    of question: String, in text: String, cursor: Int
  ) -> (at: Int, words: String) {
    let signs = Array(text)
    let at = spot(signs, max(0, min(cursor, signs.count)))
    guard let before = signs[..<at].last else { return (at, question) }
    // Where there's nothing but a greeting, the question is a paragraph of its own.
    if at <= greeting(signs) { return (at, "\n\n" + question) }
    let after = at < signs.count ? signs[at] : "\n"
    return (at, (before.isWhitespace ? "" : " ") + question + (after.isWhitespace ? "" : " "))
  }

  private static func spot(_ signs: [Character], _ cursor: Int) -> Int {
    let greeting = greeting(signs)
    let cursor = offBlank(signs, cursor)
    guard cursor <= greeting else { return sentenceEnd(signs, cursor) }
    // With the questions that are there already, or with the first words after the greeting.
    var start = greeting
    var first: Int?
    while start < signs.count {
      let end = paragraphEnd(signs, start)
      let words = signs[start..<end]
      if words.contains("?") { return end }
      if first == nil, words.contains(where: { !$0.isWhitespace }) { first = end }
      start = end + 1
    }
    return first ?? greeting
  }

  /// A place in the empty line between two paragraphs is at the end of the first of them. One in a line with another
  /// empty one above is a paragraph of its own.
  private static func offBlank(_ signs: [Character], _ cursor: Int) -> Int {
    guard cursor > 0, signs[cursor - 1].isNewline, cursor == signs.count || signs[cursor].isNewline
    else { return cursor }
    return cursor > 1 && signs[cursor - 2].isNewline ? cursor : cursor - 1
  }

  /// The end of the first paragraph.
  private static func greeting(_ signs: [Character]) -> Int {
    paragraphEnd(signs, signs.firstIndex { !$0.isWhitespace } ?? signs.count)
  }

  /// Where the paragraph of a place ends.
  private static func paragraphEnd(_ signs: [Character], _ start: Int) -> Int {
    var at = start
    while at < signs.count {
      if signs[at].isNewline, at + 1 >= signs.count || signs[at + 1].isNewline { return at }
      at += 1
    }
    return at
  }

  /// A place as it is between two sentences, else the end of the sentence it is in.
  private static func sentenceEnd(_ signs: [Character], _ cursor: Int) -> Int {
    let ends: Set<Character> = [".", "!", "?"]
    let line = signs[..<cursor].lastIndex(where: \.isNewline).map { $0 + 1 } ?? 0
    guard let last = signs[line..<cursor].last(where: { !$0.isWhitespace }), !ends.contains(last)
    else { return cursor }
    var at = cursor
    while at < signs.count, !signs[at].isNewline {
      at += 1
      let isLast = at == signs.count || signs[at].isWhitespace
      if ends.contains(signs[at - 1]), isLast { return at }
    }
    return at
  }
}
