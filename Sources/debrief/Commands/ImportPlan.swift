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
  /// What they only ask for, one sentence a thing: done where somebody says yes to it by itself.
  private(set) var questions: [String] = []
  /// Does it.
  var apply: (Store) throws -> Void
  /// Does what is asked for as well.
  private var applyAll: ((Store) throws -> Void)?

  /// Whether there is nothing to do.
  var isEmpty: Bool { sentences.isEmpty && questions.isEmpty && unsaid == 0 }

  /// A proposal as a plan.
  init(_ proposal: Proposal, at now: Moment) {
    remarks = proposal.remarks
    func told(_ entries: [Proposal.Entry]) -> [String] {
      entries.flatMap { [$0.sentence] + $0.details.map { "  " + $0 } }
    }
    sentences = told(proposal.entries.filter { !$0.replaces })
    questions = told(proposal.entries.filter(\.replaces))
    let sure = proposal.change(
      Set(proposal.entries.indices.filter { !proposal.entries[$0].replaces }))
    let all = proposal.change()
    apply = { store in try store.apply(sure, at: now) }
    applyAll = { store in try store.apply(all, at: now) }
  }

  init(apply: @escaping (Store) throws -> Void) { self.apply = apply }

  /// Shows it on stderr.
  func show() {
    func say(_ text: String) { emit(TextWidth.printable(text) + "\n", to: STDERR_FILENO) }
    for remark in remarks { complain(remark) }
    for sentence in sentences { say("  " + sentence) }
    for question in questions { say("  " + question) }
    if unsaid > 0 { say("  … and \(unsaid) more") }
    for sentence in summary { complain(sentence) }
  }

  /// The same, with what they ask for where somebody says yes to that, too. Nobody did who isn't asked.
  ///
  /// - Parameter isAsked: Whether somebody can be asked; nothing is taken for a yes to a question of theirs.
  func answering(isAsked: Bool, isPiped: Bool) -> ImportPlan {
    guard let applyAll, !questions.isEmpty else { return self }
    var plan = self
    let isTaken =
      isAsked
      && ImportPlan.onTerminal(isPiped: isPiped) {
        ImportPlan.isYes(
          ImportPlan.asked(
            "They're asking if you can move the interview. Use the new time? y or N: ", $0))
      } ?? false
    if isTaken {
      plan.apply = applyAll
    } else {
      complain(
        "They're only asking, so the interview time hasn't changed. If the new time works for you, "
          + "change it in the app and write back to them.")
    }
    return plan
  }

  /// Asks whether to do it; where nobody can be asked it is not done.
  ///
  /// - Parameter isPiped: Whether stdin was the document: then the terminal itself is asked.
  static func confirm(isPiped: Bool) throws {
    let answer = onTerminal(isPiped: isPiped) { asked("Import this? y or N: ", $0) }
    guard let answer else {
      complain("nothing was written; run it again with --yes")
      throw Ending(code: ExitStatus.failure)
    }
    guard isYes(answer) else {
      complain("nothing was written")
      throw Ending(code: ExitStatus.failure)
    }
  }

  private static func isYes(_ answer: String) -> Bool {
    ["y", "yes"].contains(answer.lowercased())
  }

  /// What somebody says on the terminal; nil where there is none.
  private static func onTerminal<T>(isPiped: Bool, _ body: (Int32) -> T) -> T? {
    let terminal = isPiped ? open("/dev/tty", O_RDONLY | O_CLOEXEC) : STDIN_FILENO
    defer { if isPiped, terminal >= 0 { close(terminal) } }
    guard terminal >= 0, isatty(terminal) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    return body(terminal)
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
