/// The desktop's clipboard, through the program that belongs to it. It knows whether it took the text, which a
/// terminal that is asked does not say.
struct ClipboardProgram {
  /// What is asked about here: where programs are, and whether there is a desktop.
  let environment: [String: String]
  /// What the program gets: nil is the whole environment, byte for byte.
  var passedOn: [String: String]?

  /// The programs, what of the environment each needs, and how it is told to read from its stdin.
  private static let known: [(name: String, needs: String, arguments: [String])] = [
    ("wl-copy", "WAYLAND_DISPLAY", ["--type", "text/plain"]),
    ("xclip", "DISPLAY", ["-selection", "clipboard", "-in"]),
    ("xsel", "DISPLAY", ["--clipboard", "--input"]),
    ("pbcopy", "", []),
  ]

  /// Puts a text on the clipboard; the name of the program that did it, and nil where none did.
  func copy(_ text: String) -> String? {
    let detached = DetachedProgram(environment: environment, passedOn: passedOn)
    for known in ClipboardProgram.known {
      guard known.needs.isEmpty || !(environment[known.needs] ?? "").isEmpty,
        let program = detached.path(of: known.name),
        let child = try? detached.start(program, known.arguments, reading: text)
      else { continue }
      // One that stays has the text: it hands it out for as long as it is there.
      if let status = detached.wait(for: child), status != 0 { continue }
      return known.name
    }
    return nil
  }
}
