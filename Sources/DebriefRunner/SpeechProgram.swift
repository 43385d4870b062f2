/// A card read aloud, by the speech program that is there (LOOP.md: asked aloud, as in the room).
struct SpeechProgram {
  /// What is asked about here: where programs are.
  let environment: [String: String]

  /// The programs that are looked for, in this order, and how each is told to read from its stdin.
  private static let known: [(name: String, arguments: [String])] = [
    ("spd-say", ["--pipe-mode"]), ("espeak-ng", ["--stdin"]), ("espeak", ["--stdin"]),
  ]

  /// Says a text, and does not wait until it is said.
  ///
  /// - Throws: One sentence when there is no such program, or it cannot be started.
  func say(_ text: String) throws(Failure) {
    let detached = DetachedProgram(environment: environment)
    for known in SpeechProgram.known {
      guard let program = detached.path(of: known.name) else { continue }
      return detached.leave(try detached.start(program, known.arguments, reading: text + "\n"))
    }
    throw Failure(
      "No speech program is installed. Install speech-dispatcher or espeak-ng to hear the cards.")
  }
}
