import Glibc

/// Hands a text to the editor of the settings, `$VISUAL`, `$EDITOR`, or the system's, and takes it back. Whether its file may go is for the
/// caller to say, who knows what is stored.
struct Editor {
  let files: EditorFiles
  let environment: [String: String]
  /// The command of the settings; nil for what the environment names.
  var chosen: String?

  /// The program and its arguments, split at blanks, with simple quotes; never given to a shell.
  var command: [String] {
    for value in [chosen, environment["VISUAL"], environment["EDITOR"]] {
      let words = CommandWords.split(value ?? "")
      if !words.isEmpty { return words }
    }
    let folders = environment["PATH"] ?? ""
    return [Editor.usual.first { DetachedProgram.path(of: $0, in: folders) != nil } ?? "vi"]
  }

  /// What there may be where nobody has chosen: Debian's choice for everybody, what other systems have, and what
  /// small ones have.
  private static let usual = ["editor", "vi", "nano"]

  /// What became of a text that was handed to the editor.
  enum Outcome: Equatable {
    /// The file still holds what was handed out.
    case same(path: String)
    /// Another text; the file holds it until it is stored.
    case changed(String, path: String)
    /// Nothing came back; a sentence says why. What the editor wrote, if anything, stays in the file.
    case left(String, path: String)
  }

  /// Runs the editor on the text.
  func edit(_ text: String, name: String, run: ([String]) -> Int32) throws(Failure) -> Outcome {
    let held = try files.create(text, name: name)
    let path = held.path
    let status = withExtendedLifetime(held) { run(command + [path]) }
    guard status == 0 else {
      let what = status == 127 ? "couldn't be started" : "ended with status \(status)"
      return .left(
        "The editor \(command[0]) \(what). The text is kept in \(path).", path: path)
    }
    let back: String
    do { back = try files.read(path) } catch {
      return .left("\(error.description) Your text hasn't changed.", path: path)
    }
    if back.allSatisfy(\.isWhitespace), !text.allSatisfy(\.isWhitespace) {
      files.remove(path)
      return .left(
        "The editor returned no text, so yours hasn't changed.", path: path)
    }
    let trimmed = back.hasSuffix("\n") && !text.hasSuffix("\n") ? String(back.dropLast()) : back
    return trimmed == text ? .same(path: path) : .changed(trimmed, path: path)
  }
}
