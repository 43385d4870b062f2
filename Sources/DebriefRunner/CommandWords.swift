/// A command of the user's, as an environment or a setting has it: split like a shell does, and never given
/// to one.
package enum CommandWords {
  /// The program and its arguments: cut at blanks, with quotes and backslashes, and nothing evaluated.
  package static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var inWord = false
    var quote: Character?
    var escaped = false
    for c in text {
      if escaped {
        word.append(c)
        escaped = false
      } else if c == "\\", quote != "'" {
        escaped = true
        inWord = true
      } else if let open = quote {
        if c == open { quote = nil } else { word.append(c) }
      } else if c == "'" || c == "\"" {
        quote = c
        inWord = true
      } else if c.isWhitespace {
        if inWord { words.append(word) }
        word = ""
        inWord = false
      } else {
        word.append(c)
        inWord = true
      }
    }
    if inWord { words.append(word) }
    return words
  }
}
