import DebriefModel

/// What is said about a mail before it is brought in.
extension MailImport {
  /// An application as it is afterwards, with whom it brings: an invitation in the mail must not bring them again.
  static func after(_ operations: [Change.Operation], _ dossier: Dossier) -> Dossier {
    var next = dossier.after(Change("", operations))
    for case .insert(.person(let it)) in operations
    where !next.people.contains(where: { $0.id == it.id }) {
      next.people.append(it)
    }
    return next
  }

  /// What is said of an application that is new.
  static func added(_ it: Application) -> String {
    it.role.isEmpty
      ? "\(it.company) isn't saved here yet. It's added, without a job title."
      : "This job at \(it.company) isn't saved here yet. It's added as “\(it.role)”."
  }

  func sentence(_ seen: Seen, _ application: Application, _ day: Day) -> String {
    let who = seen.mail.from.name.isEmpty ? seen.mail.from.address : seen.mail.from.name
    return "\(JobName.joined(application.company, application.role)): \(seen.kind.noun)"
      + (who.isEmpty ? "" : " from \(who)") + ", \(day.long)"
  }

  func details(_ seen: Seen, _ operations: [Change.Operation], _ day: Day) -> [String] {
    var details: [String] = []
    if let date = seen.mail.date, date.day > day {
      details.append("Its date, \(date.day.long), is in the future, so today's is used.")
    } else if seen.mail.date == nil {
      details.append("It doesn't say when it was sent, so today's date is used.")
    }
    for operation in operations {
      switch operation {
      case .insert(.application(let it)):
        details.append(MailImport.added(it))
      case .insert(.person(let it)): details.append("\(it.name) is added to your contacts.")
      case .insert(.event(let it)) where it.kind == .promised:
        details.append("They said they'd be in touch by \(it.due?.long ?? "").")
      case .insert(.event(let it)), .update(_, .event(let it)):
        guard it.kind == .offered, let due = it.due else { continue }
        details.append("They need your answer by \(due.long).")
      case .insert(.note): details.append("It isn't clear what it says, so it's kept as a note.")
      default: break
      }
    }
    if seen.kind == .refusal { details += refusals.read(seen.words, on: day)?.sentences ?? [] }
    let quote = RefusalReading.Quote(0..<0, seen.words).brief
    if !quote.isEmpty { details.append("Their words: “\(quote)”") }
    return details + MailImport.left(seen)
  }

  /// What of a mail is not read.
  static func left(_ seen: Seen) -> [String] {
    var details: [String] = []
    let names = seen.mail.attachments
    if !names.isEmpty {
      details.append(
        "Attached, and not opened: \(names.prefix(10).joined(separator: ", "))"
          + (names.count > 10 ? ", and \(names.count - 10) more." : "."))
    }
    if seen.others > 0 {
      details.append(
        seen.others == 1
          ? "Another email was attached and was left out."
          : "\(seen.others) more emails were attached and were left out.")
    }
    if seen.hasForward { details.append("It includes a forwarded email, which was left out.") }
    if seen.mail.isCut {
      details.append("It has more parts than debrief reads; the rest is left out.")
    }
    return details
  }

  static func short(_ subject: String) -> String {
    subject.isEmpty ? "without a subject" : subject.count > 60 ? subject.prefix(57) + "…" : subject
  }
}
