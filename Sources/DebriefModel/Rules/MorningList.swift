/// What goes along into an interview, to be ticked on its morning: changes to try, questions to ask, things
/// to bring, answers to go over (A9, A13, A36, A107). A tick is a ``Mark``, so that it stays where the thing
/// itself has no such state; a document or an instruction that is done is ticked already.
public struct MorningList: Hashable, Sendable {
  /// What a thing is for, in the order of the list.
  public enum Group: Hashable, Sendable, CaseIterable {
    case change, bring, answer, question

    /// Its heading.
    public var title: String {
      switch self {
      case .change: "Try this time"
      case .bring: "Bring with you"
      case .answer: "Go over once more"
      case .question: "Ask them"
      }
    }
  }

  /// One thing to tick.
  public struct Item: Hashable, Sendable {
    /// What it is for.
    public var group: Group
    /// The thing itself.
    public var subject: ID
    /// What it says.
    public var text: String
    /// More about it; empty for nothing.
    public var detail: String
    /// Whether it is ticked.
    public var isTicked: Bool
  }

  /// The round it is for: the next one.
  public let interview: Interview
  /// What is to be ticked, by group.
  public let items: [Item]
  private let application: ID
  private let marks: [Mark]
  private let preparations: [Preparation]

  /// How many of them are ticked.
  public var done: Int { items.count(where: \.isTicked) }

  /// How many hours before an interview its list opens by itself.
  public static let hours = 18

  /// The list of the next interview of an application; nil when none is ahead. `carried` are the open changes
  /// of other applications.
  public init?(_ dossier: Dossier, carried: [Carried], now: Moment) {
    let next = dossier.ahead(now: now).filter { $0.start != nil }
      .min { ($0.start ?? now) < ($1.start ?? now) }
    guard let next else { return nil }
    (interview, application) = (next, dossier.application.id)
    (marks, preparations) = (dossier.marks, dossier.preparations)
    var items: [Item] = []
    func isMarked(_ subject: ID) -> Bool {
      let entry = MorningList.entry(next, subject)
      return dossier.marks.contains { $0.entry == entry && $0.action == .done }
    }
    let own = dossier.improvements.filter { $0.state == .open && !$0.isLearning }
    let others = carried.filter {
      $0.improvement.application != dossier.application.id && !$0.improvement.isLearning
    }
    for it in own.map({ Carried($0, company: "") }) + others {
      items.append(
        Item(
          group: .change, subject: it.improvement.id, text: it.improvement.sentence,
          detail: it.company, isTicked: isMarked(it.improvement.id)))
    }
    for it in dossier.preparations {
      switch it.kind {
      case .document, .instruction:
        items.append(
          Item(
            group: .bring, subject: it.id, text: it.text, detail: it.detail,
            isTicked: it.state == .done))
      case .answer:
        items.append(
          Item(
            group: .answer, subject: it.id, text: it.text, detail: it.detail,
            isTicked: isMarked(it.id)))
      case .question where it.state != .asked:
        items.append(
          Item(
            group: .question, subject: it.id, text: it.text, detail: it.detail,
            isTicked: isMarked(it.id)))
      case .company, .requirement, .fit, .claim, .question: break
      }
    }
    self.items = Group.allCases.flatMap { group in items.filter { $0.group == group } }
  }

  /// Whether it is the morning, or the evening before.
  public func isTime(_ now: Moment) -> Bool {
    guard let start = interview.start else { return false }
    return start.day == now.day || start.seconds - now.seconds <= MorningList.hours * 3600
  }

  /// Ticks a thing, or takes its tick back; nil for one that is not in the list.
  public func ticked(_ subject: ID, ids: inout IDSource, now: Moment) -> Change? {
    guard let item = items.first(where: { $0.subject == subject }) else { return nil }
    let entry = MorningList.entry(interview, subject)
    if item.group == .bring, let thing = preparations.first(where: { $0.id == subject }) {
      var next = thing
      next.state = item.isTicked ? .open : .done
      next.settle(on: now.day)
      let title = item.isTicked ? "unchecked" : "checked off"
      return Change(title, [.update(from: .preparation(thing), to: .preparation(next))])
    }
    if item.isTicked {
      return Change(
        "unchecked", marks.filter { $0.entry == entry }.map { .delete(.mark($0)) })
    }
    let mark = Mark(
      id: ids.draw(), application: application, entry: entry, action: .done, recorded: now)
    return Change("checked off", [.insert(.mark(mark))])
  }

  private static func entry(_ interview: Interview, _ subject: ID) -> String {
    "morning/\(interview.id.text)/\(subject.text)"
  }
}
