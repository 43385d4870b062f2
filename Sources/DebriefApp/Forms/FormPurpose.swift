import DebriefModel
import TUI

/// What a form is for. Its ``scope`` names the draft that is kept while it is being typed, and
/// leads back to the same form after a crash.
enum FormPurpose: Hashable, Sendable {
  case application(ID?)
  case outcome(ID)
  case interview(ID, editing: ID?)
  case finding(ID, Finding.Kind, editing: ID?, evidence: Evidence?)
  case ask(ID)
  case reply(ID, editing: ID?)
  case turn(ID, editing: ID?)
  /// The reply, laid out for listening on the telephone (A78).
  case call(ID, editing: ID?)
  case improvement(ID, editing: ID?)
  /// A change that one of the three things of a reply leads to (A86).
  case improvementFrom(ID, feedback: ID, thing: Int, Feedback.Gap)
  /// Closes a change with its test; drops one with a reason.
  case tested(ID, improvement: ID)
  case dropped(ID, improvement: ID)
  case answer(ID, item: String)
  case capture(ID?)
  case preparation(ID, Preparation.Kind, editing: ID?)
  case person(ID?)
  case profile
  /// A version of the résumé; one that applications only name yet has a name and no id.
  case resume(ID?, name: String)
  case forecast(ID)
  /// A day they named for an answer.
  case promised(ID)
  /// The day of a fact, corrected.
  case event(ID, editing: ID)
  /// What to do next for another application, asked where this one is closed (A8).
  case next(ID, live: ID)
  /// A letter that is open, that went out, that was answered, that goes before its time (A65).
  case letter(ID, ID)
  case letterSent(ID, ID)
  case letterAnswered(ID, ID)
  case letterRelease(ID, ID)

  /// The application it works on, when there is one.
  var application: ID? {
    switch self {
    case .application(let id), .capture(let id): id
    case .person, .profile, .resume: nil
    case .forecast(let id), .promised(let id), .next(let id, _), .event(let id, _): id
    case .outcome(let id), .interview(let id, _), .finding(let id, _, _, _), .ask(let id),
      .reply(let id, _), .turn(let id, _), .improvement(let id, _), .answer(let id, _),
      .preparation(let id, _, _), .call(let id, _),
      .improvementFrom(let id, _, _, _), .tested(let id, _), .dropped(let id, _),
      .letter(let id, _), .letterSent(let id, _), .letterAnswered(let id, _),
      .letterRelease(let id, _):
      id
    }
  }

  /// The name of its draft.
  var scope: String {
    func made(_ parts: String...) -> String { parts.joined(separator: "/") }
    let id = application?.text ?? ""
    return switch self {
    case .application: made("application", id)
    case .outcome: made("outcome", id)
    case .interview(_, let editing): made("interview", id, editing?.text ?? "")
    case .finding(_, let kind, let editing, _):
      made("finding", id, editing?.text ?? "", kind.rawValue)
    case .ask: made("ask", id)
    case .reply(_, let editing): made("reply", id, editing?.text ?? "")
    case .turn(_, let editing): made("turn", id, editing?.text ?? "")
    case .improvement(_, let editing): made("improvement", id, editing?.text ?? "")
    case .call(_, let editing): made("call", id, editing?.text ?? "")
    case .improvementFrom(_, let reply, let thing, let gap):
      made("improvement-from", id, reply.text, "\(thing)", gap.rawValue)
    case .tested(_, let it): made("tested", id, it.text)
    case .dropped(_, let it): made("dropped", id, it.text)
    case .answer(_, let item): made("answer", id, item)
    case .capture: made("capture", id)
    case .preparation(_, let kind, let editing):
      made("preparation", id, editing?.text ?? "", kind.rawValue)
    case .person(let person): made("person", person?.text ?? "")
    case .profile: made("profile", "")
    case .resume(let it, _): made("resume", it?.text ?? "")
    case .forecast: made("forecast", id)
    case .promised: made("promised", id)
    case .event(_, let editing): made("event", id, editing.text)
    case .next(_, let live): made("next", id, live.text)
    case .letter(_, let it): made("letter", id, it.text)
    case .letterSent(_, let it): made("letter-sent", id, it.text)
    case .letterAnswered(_, let it): made("letter-answered", id, it.text)
    case .letterRelease(_, let it): made("letter-release", id, it.text)
    }
  }

  /// The form a draft belongs to; nil for a scope of another version.
  init?(scope: String) {
    let parts = scope.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2 else { return nil }
    let id = ID(parts[1])
    let editing = parts.count > 2 && !parts[2].isEmpty ? ID(parts[2]) : nil
    switch parts[0] {
    case "application": self = .application(parts[1].isEmpty ? nil : id)
    case "capture": self = .capture(parts[1].isEmpty ? nil : id)
    case "person": self = .person(parts[1].isEmpty ? nil : id)
    case "profile": self = .profile
    case "resume": self = .resume(parts[1].isEmpty ? nil : id, name: "")
    case "forecast": self = .forecast(id)
    case "promised": self = .promised(id)
    case "event":
      guard let editing else { return nil }
      self = .event(id, editing: editing)
    case "next":
      guard let editing else { return nil }
      self = .next(id, live: editing)
    case "outcome": self = .outcome(id)
    case "interview": self = .interview(id, editing: editing)
    case "finding":
      guard parts.count > 3, let kind = Finding.Kind(rawValue: parts[3]) else { return nil }
      self = .finding(id, kind, editing: editing, evidence: nil)
    case "ask": self = .ask(id)
    case "reply": self = .reply(id, editing: editing)
    case "turn": self = .turn(id, editing: editing)
    case "call": self = .call(id, editing: editing)
    case "improvement-from":
      guard parts.count > 4, let editing, let thing = Int(parts[3]),
        let gap = Feedback.Gap(rawValue: parts[4])
      else { return nil }
      self = .improvementFrom(id, feedback: editing, thing: thing, gap)
    case "tested", "dropped":
      guard let editing else { return nil }
      self =
        parts[0] == "tested"
        ? .tested(id, improvement: editing) : .dropped(id, improvement: editing)
    case "letter", "letter-sent", "letter-answered", "letter-release":
      guard let editing else { return nil }
      switch parts[0] {
      case "letter": self = .letter(id, editing)
      case "letter-sent": self = .letterSent(id, editing)
      case "letter-answered": self = .letterAnswered(id, editing)
      default: self = .letterRelease(id, editing)
      }
    case "improvement": self = .improvement(id, editing: editing)
    case "answer":
      guard parts.count > 2 else { return nil }
      self = .answer(id, item: parts[2])
    case "preparation":
      guard parts.count > 3, let kind = Preparation.Kind(rawValue: parts[3]) else { return nil }
      self = .preparation(id, kind, editing: editing)
    default: return nil
    }
  }

  /// What was being typed, for the line that offers to go on.
  var label: String {
    switch self {
    case .application: "an application"
    case .outcome: "an outcome"
    case .interview: "a round of talks"
    case .finding(_, let kind, _, _): kind == .outside ? "a circumstance" : "a \(kind.rawValue)"
    case .ask: "a request for feedback"
    case .reply: "feedback"
    case .turn: "a turn of the script"
    case .call: "what they said on the phone"
    case .improvement, .improvementFrom: "a change for next time"
    case .tested: "how a change did"
    case .dropped: "why a change is dropped"
    case .answer: "an answer"
    case .capture: "a note"
    case .preparation(_, let kind, _): kind.one
    case .person: "a person"
    case .profile: "who you are"
    case .resume: "a version of your résumé"
    case .forecast: "a forecast"
    case .promised: "a promised day"
    case .event: "the day of a fact"
    case .next: "what is next"
    case .letter: "a letter"
    case .letterSent: "that a letter went out"
    case .letterAnswered: "the answer to a letter"
    case .letterRelease: "why a letter goes early"
    }
  }
}

/// Why a form cannot be saved: which field, and what to do, in one sentence.
struct FormFault: Error, Equatable {
  var field: String
  var message: String
}

/// What a form reads besides its own fields.
struct FormContext {
  var dossier: Dossier?
  var content: Content
  var now: Moment
  var wizard: Wizard?
  /// People at hand.
  var people: [Person] = []
  /// Applications at hand, the latest first.
  var recent: [Facts] = []
  /// The applications that what is being captured names.
  var mention = Mention()
  /// The open changes of other applications, where they were read.
  var carried: [Carried] = []
  /// Who looks for work, where it was read.
  var profile: Profile?
  /// The versions of the résumé, where they were read.
  var resumes: [ResumeRecord] = []
  /// The applications that are still open besides this one, where they were read.
  var live: [LiveApplication] = []
  /// When the user could start, where it was read.
  var available = ""
  /// What lies around the letters, where it was read.
  var letterDesk: LetterDesk?
  /// The questions below a field with which in sight the form was saved once more: that is the yes.
  var agreed: Set<String> = []
}

/// The texts of a submitted form.
struct FormValues {
  let values: [String: String]
  let now: Moment

  /// A field without blanks at its ends.
  func line(_ id: String) -> String {
    var text = Substring(values[id] ?? "")
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }

  /// A day in words, or nil for an empty field.
  func day(_ id: String, _ direction: DateWords.Direction = .past) throws(FormFault) -> Day? {
    let text = line(id)
    if text.isEmpty { return nil }
    let words = DateWords(now: now, direction: direction)
    if let day = words.day(text) {
      if let fault = words.fault(of: day) { throw FormFault(field: id, message: fault) }
      return day
    }
    throw FormFault(
      field: id,
      message: words.refusal(of: text) ?? "\"\(text)\" is not a day. Write \(DateWords.expected)."
    )
  }

  /// When a talk is, in words, or nil for an empty field.
  func talk(_ id: String) throws(FormFault) -> TalkTime? {
    let text = line(id)
    if text.isEmpty { return nil }
    let words = DateWords(now: now, direction: .nearest)
    if let talk = words.talk(text) { return talk }
    throw FormFault(
      field: id,
      message: words.refusal(of: text)
        ?? "\"\(text)\" is not a day and time. Write something like yesterday 14:30.")
  }

  /// When a talk is as it was understood, for the line that echoes it.
  func heard(_ id: String) -> TalkTime? { DateWords(now: now, direction: .nearest).talk(line(id)) }

  /// A whole number in a range, or nil for an empty field.
  func number(_ id: String, _ range: ClosedRange<Int>) throws(FormFault) -> Int? {
    let text = line(id)
    if text.isEmpty { return nil }
    if let number = Int(text), range.contains(number) { return number }
    throw FormFault(
      field: id,
      message: "\"\(text)\" is not a number from \(range.lowerBound) to \(range.upperBound).")
  }
}
