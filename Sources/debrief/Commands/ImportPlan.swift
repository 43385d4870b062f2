import CTerminal
import DebriefImport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc
import TUI

/// What would be brought in, said before anything is done.
struct ImportPlan {
  /// What there is to say beforehand.
  var remarks: [String] = []
  /// What it would do, one sentence a thing.
  var sentences: [String] = []
  /// How many more things there are than sentences.
  var unsaid = 0
  /// What is said behind the sentences.
  var summary: [String] = []
  /// Does it.
  var apply: (Store) throws -> Void

  /// Whether there is nothing to do.
  var isEmpty: Bool { sentences.isEmpty && unsaid == 0 }

  /// A proposal as a plan.
  init(_ proposal: Proposal, at now: Moment) {
    remarks = proposal.remarks
    sentences = proposal.entries.flatMap { [$0.sentence] + $0.details.map { "  " + $0 } }
    let change = proposal.change()
    apply = { store in try store.apply(change, at: now) }
  }

  init(apply: @escaping (Store) throws -> Void) { self.apply = apply }

  /// Shows it on stderr.
  func show() {
    func say(_ text: String) { emit(TextWidth.printable(text) + "\n", to: STDERR_FILENO) }
    for remark in remarks { complain(remark) }
    for sentence in sentences { say("  " + sentence) }
    if unsaid > 0 { say("  … and \(unsaid) more") }
    for sentence in summary { complain(sentence) }
  }

  /// Asks whether to do it; where nobody can be asked it is not done.
  ///
  /// - Parameter isPiped: Whether stdin was the document: then the terminal itself is asked.
  static func confirm(isPiped: Bool) throws {
    let terminal = isPiped ? open("/dev/tty", O_RDONLY | O_CLOEXEC) : STDIN_FILENO
    defer { if isPiped, terminal >= 0 { close(terminal) } }
    guard terminal >= 0, isatty(terminal) == 1, isatty(STDERR_FILENO) == 1 else {
      complain("nothing was written; run it again with --yes")
      throw Ending(code: ExitStatus.failure)
    }
    let answer = asked("Import this? y or N: ", terminal)
    guard ["y", "yes"].contains(answer.lowercased()) else {
      complain("nothing was written")
      throw Ending(code: ExitStatus.failure)
    }
  }

  /// A line typed at a terminal.
  static func asked(_ question: String, _ terminal: Int32 = STDIN_FILENO) -> String {
    emit(question, to: STDERR_FILENO)
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 1000, read(terminal, &byte, 1) == 1, byte != 0x0a { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self).trimmed
  }
}
