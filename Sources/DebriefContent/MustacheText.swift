import Mustache

/// A text with slots, in the logic-less Mustache notation. The only file that knows the engine.
struct MustacheText: Sendable {
  private let template: MustacheTemplate

  /// What is wrong with a text, and in which of its lines, 1 for the first.
  struct Problem: Error {
    var line: Int
    var message: String
  }

  /// Reads a text. Nothing in it is escaped: it becomes a letter, not a web page.
  init(_ text: String) throws(Problem) {
    do {
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE: TEXT}}\n" + text)
    } catch let error as MustacheTemplate.ParserError {
      throw Problem(
        line: max(1, error.context.lineNumber - 1), message: "cannot be read: \(error.error)")
    } catch {
      throw Problem(line: 1, message: "cannot be read: \(error)")
    }
  }

  /// Fills the slots: texts, flags, and lists of texts by name.
  func render(_ texts: [String: String], flags: [String: Bool], lists: [String: [[String: String]]])
    -> String
  {
    var values: [String: Any] = [:]
    for (name, text) in texts { values[name] = text }
    for (name, flag) in flags { values[name] = flag }
    for (name, list) in lists { values[name] = list }
    return template.render(values)
  }
}
