import DebriefExport
import DebriefImport
import DebriefModel
import DebriefRunner
import DebriefStore

/// Takes in the remarks of an adviser: each becomes feedback of theirs, and shows the strength or weakness it
/// is about where nothing shows that yet. The same remarks again change nothing.
struct RemarkImport {
  private let name: String
  private let remarks: Remarks
  /// Who sent them, where they say nothing of that themselves.
  private var sender = ""
  private let dryRun: Bool

  /// The remarks of a text, or of an email that answers one; nil when there are none in it.
  ///
  /// - Parameter isMail: Whether it begins as an email does.
  init?(_ source: ByteSource, isMail: Bool, now: Moment, dryRun: Bool) throws {
    let head = try source.head(ImportFormat.reach)
    (name, self.dryRun) = (source.name, dryRun)
    if isMail, !head.starts(with: "From ".utf8) {
      let bytes = try source.all(limit: Mail.limit, "an email")
      guard let mail = try? Mail(bytes, name: name, now: now), Remarks.areIn(mail.text) else {
        return nil
      }
      (remarks, sender) = (Remarks(mail.text), mail.from.name)
      return
    }
    guard !isMail, RemarkImport.begins(head) else { return nil }
    let bytes = try source.all(limit: RunningText.limit, "a text with comments")
    remarks = Remarks(try RunningText.read(bytes, name: name).text)
  }

  /// Whether a document begins as remarks do, whatever its encoding.
  static func begins(_ head: [UInt8]) -> Bool {
    (try? RunningText.read(head, name: "")).map { Remarks.areIn($0.text) } ?? false
  }

  /// What a remark can be about, as it is on file.
  private struct Target {
    var application: ID
    /// What it says, for the line above the remark; empty for the application itself.
    var words: String
    var finding: Finding?
  }

  func run(_ options: StoreOptions, _ session: Session) throws {
    if remarks.remarks.isEmpty {
      throw Failure("\(name) has no comments in it yet.", code: ExitStatus.data)
    }
    if dryRun { return try options.reading { _, store in _ = try take(store, session) } }
    try options.changing { _, store in
      guard let change = try take(store, session) else { return }
      try store.apply(change, at: session.now)
    }
  }

  /// What they come to; nil for nothing new. It is told.
  private func take(_ store: Store, _ session: Session) throws -> Change? {
    let wanted = Set(remarks.remarks.map(\.mark))
    var targets: [RemarkMark: Target] = [:]
    var known: Set<ID> = []
    try store.everything { entity, _ in
      if case .feedback(let it) = entity { known.insert(it.id) }
      let mark = RemarkMark(entity.kind, entity.id)
      guard wanted.contains(mark) else { return }
      switch entity {
      case .application(let it): targets[mark] = Target(application: it.id, words: "")
      case .finding(let it):
        targets[mark] = Target(application: it.application, words: it.statement, finding: it)
      case .turn(let it): targets[mark] = Target(application: it.application, words: it.question)
      case .improvement(let it): targets[mark] = Target(application: it.application, words: it.what)
      default: break
      }
    }
    var operations: [Change.Operation] = []
    var (added, linked, there, lost) = (0, 0, 0, 0)
    var shown: Set<ID> = []
    for remark in remarks.remarks {
      guard let target = targets[remark.mark] else {
        lost += 1
        continue
      }
      let feedback = feedback(remark, target, session.now)
      guard known.insert(feedback.id).inserted else {
        there += 1
        continue
      }
      operations.append(.insert(.feedback(feedback)))
      added += 1
      guard let finding = target.finding, finding.evidence == nil, shown.insert(finding.id).inserted
      else { continue }
      var next = finding
      next.evidence = Evidence(.feedback, feedback.id)
      operations.append(.update(from: .finding(finding), to: .finding(next)))
      linked += 1
    }
    tell(added, linked, there, lost)
    if added == 0, lost > 0, there == 0 {
      throw Failure(
        "The comments in \(name) aren't about anything in your notes. They may be about an "
          + "application you've deleted.", code: ExitStatus.data)
    }
    return operations.isEmpty ? nil : Change("an adviser's comments", operations)
  }

  private func feedback(_ remark: Remarks.Remark, _ target: Target, _ now: Moment) -> Feedback {
    let said = remarks.from.isEmpty ? sender : remarks.from
    let from = said.isEmpty ? "An adviser" : Harmless.line(said)
    let key = "\(remark.mark.text)\n\(from)\n\(remark.words)"
    // The same remark has the same id, so that it's taken once.
    let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz")
    let id = SHA256.digest(key.utf8).prefix(16).map { String(digits[Int($0) % 36]) }.joined()
    return Feedback(id: ID(id), application: target.application, recorded: now) {
      $0.from = from
      $0.channel = .adviser
      $0.received = now.day
      $0.verbatim =
        target.words.isEmpty
        ? remark.words : "About \"\(Harmless.line(target.words))\":\n\(remark.words)"
    }
  }

  private func tell(_ added: Int, _ linked: Int, _ there: Int, _ lost: Int) {
    func remarks(_ count: Int) -> String { "\(count) \(count == 1 ? "comment" : "comments")" }
    if added > 0 {
      let links =
        linked == 0
        ? "" : "; \(linked) of them now \(linked == 1 ? "shows" : "show") a strength or weakness"
      complain("\(dryRun ? "would add" : "added"): \(remarks(added))\(links)")
    }
    if there > 0 { complain("already here: \(remarks(there))") }
    if lost > 0, added + there > 0 {
      complain("left out, because what they're about isn't in your notes: \(remarks(lost))")
    }
    if added == 0, lost == 0 { complain(dryRun ? "nothing would change" : "nothing was changed") }
  }
}
