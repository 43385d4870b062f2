/// A figure over months: what is counted, and where on the screen it stands.
public enum MonthFigure: String, Hashable, Sendable, CaseIterable {
  case rounds, mood, strengths, weaknesses, areas, blind, changes, forecasts, felt, marks, fair,
    asks
  case letters, resumes, covers, picked, research, prepared, examples, delivery, interruptions
  case offDays, requirements, pay, reopened, glad, late, lessons

  /// What it is called.
  public var title: String {
    switch self {
    case .rounds: "How far you got"
    case .mood: "How you felt"
    case .strengths: "Strengths so far"
    case .weaknesses: "What keeps coming up"
    case .areas: "Went well, didn't"
    case .blind: "Blind spots"
    case .changes: "Changes you tried"
    case .forecasts: "Your predictions"
    case .felt: "How it felt that day"
    case .marks: "Your ratings and results"
    case .fair: "Hard or easy on yourself"
    case .asks: "Asking for feedback"
    case .letters: "Letters"
    case .resumes: "Résumé versions"
    case .covers: "Cover letters"
    case .picked: "One job or many at once"
    case .research: "Research"
    case .prepared: "Prepared and asked"
    case .examples: "Examples you told"
    case .delivery: "How you answered"
    case .interruptions: "Interruptions"
    case .offDays: "Off days"
    case .requirements: "Across industries"
    case .pay: "Pay"
    case .reopened: "From no to yes"
    case .glad: "For the best or not"
    case .late: "Written down late"
    case .lessons: "Lessons"
    }
  }

  /// The row of advice it serves, as the files name it.
  public var picture: MonthPicture {
    switch self {
    case .areas: .butterfly
    case .forecasts: .dots
    case .mood: .slope
    case .pay, .lessons, .requirements, .examples: .words
    default: .bars
    }
  }
}

/// How a figure is drawn where there is room.
public enum MonthPicture: Sendable { case bars, butterfly, dots, ranges, slope, words }

/// One row of a figure. The facts behind it are found again by it.
public enum MonthKey: Hashable, Sendable {
  /// Going on after so many rounds; 0 is from the application to an interview.
  case step(Int)
  case offer
  case mood(Direction)
  case strength(Area)
  case weakness(String)
  case area(Area, Finding.Kind)
  case blind(Seen)
  /// Who saw one reason, by its code.
  case reason(String, Seen)
  case change(Improvement.State)
  case forecast(ID)
  case bin(Int)
  case felt(Feeling)
  case marks(wentOn: Bool)
  case fair(Fair)
  case channel(Channel)
  case part(Person.Part)
  case delay(Int)
  case letter(String)
  case resume(String)
  case tailored(Bool)
  /// Whether a cover letter went along.
  case cover(Bool)
  case coverVersion(String)
  case picked(Bool)
  case research(Bool)
  case asked
  case askedAbout(QuestionKind)
  case inVain
  /// An answer that was prepared, by its words in small letters.
  case example(String)
  case delivery(Turn.Delivery)
  case interest(Turn.Delivery)
  case interrupted
  case offDay(Bool)
  case requirement(String)
  case pay(ID)
  case reopened
  case glad
  case late
  case lesson(ID)

  /// Which way something went.
  public enum Direction: Int, Hashable, Sendable, CaseIterable { case better, same, lower }

  /// How an answer was rated beside how it was taken.
  public enum Fair: Int, Hashable, Sendable, CaseIterable { case harder, same, easier }

  /// How an interview felt on its day: one of three, for there are few interviews and five steps.
  public enum Feeling: Int, Hashable, Sendable, CaseIterable {
    case well, okay, badly

    /// Of a step of the scale, 1 to 5.
    init(_ felt: Int) { self = felt > 3 ? .well : felt < 3 ? .badly : .okay }
  }

  /// Who saw a reason (Luft and Ingham 1955): both, only they, only the user.
  public enum Seen: Int, Hashable, Sendable, CaseIterable { case both, they, you }

  /// Its name in JSON, stable for scripts.
  public var name: String {
    switch self {
    case .step(let round): "step/\(round)"
    case .offer: "offer"
    case .mood(let it): "mood/\(it)"
    case .strength(let area): "strength/\(area.rawValue)"
    case .weakness(let what): "weakness/\(what)"
    case .area(let area, let kind): "area/\(area.rawValue)/\(kind.rawValue)"
    case .blind(let it): "seen/\(it)"
    case .reason(let code, let it): "seen/\(code)/\(it)"
    case .change(let state): "change/\(state.rawValue)"
    case .forecast(let id): "forecast/\(id)"
    case .bin(let bin): "forecasts/\(bin)"
    case .felt(let it): "felt/\(it)"
    case .marks(let wentOn): "marks/\(wentOn ? "on" : "out")"
    case .fair(let it): "fair/\(it)"
    case .channel(let it): "ask/\(it.rawValue)"
    case .part(let it): "ask/to/\(it.rawValue)"
    case .delay(let band): "ask/after/\(band)"
    case .letter(let kind): "letter/\(kind)"
    case .resume(let name): "resume/\(name)"
    case .tailored(let it): "resume/\(it ? "one" : "many")"
    case .cover(let it): "cover/\(it)"
    case .coverVersion(let name): "cover/version/\(name)"
    case .picked(let it): "picked/\(it)"
    case .research(let it): "research/\(it)"
    case .asked: "asked"
    case .askedAbout(let it): "asked/\(it)"
    case .inVain: "prepared"
    case .example(let words): "example/\(words)"
    case .delivery(let it): "delivery/\(it.rawValue)"
    case .interest(let it): "interest/\(it.rawValue)"
    case .interrupted: "interrupted"
    case .offDay(let it): "offday/\(it)"
    case .requirement(let text): "requirement/\(text)"
    case .pay(let id): "pay/\(id)"
    case .reopened: "reopened"
    case .glad: "glad"
    case .late: "late"
    case .lesson(let id): "lesson/\(id)"
    }
  }
}

/// A stretch of time that figures are counted over, by the day an application began.
public enum MonthWindow: Hashable, Sendable, CaseIterable {
  case all, year, half, quarter

  /// Its words.
  public var label: String {
    switch self {
    case .all: "everything so far"
    case .year: "the last 12 months"
    case .half: "the last 6 months"
    case .quarter: "the last 3 months"
    }
  }

  /// How many months it looks back; nil for all of them.
  public var months: Int? {
    switch self {
    case .all: nil
    case .year: 12
    case .half: 6
    case .quarter: 3
    }
  }

  /// The first day of it; nil where there is none.
  public func start(today: Day) -> Day? {
    guard let months else { return nil }
    let index = today.year * 12 + today.month - 1 - months
    let (year, month) = (index / 12, index % 12 + 1)
    return Day(max(1, year), month, min(today.day, Day.length(of: month, in: max(1, year))))
  }

  /// The next shorter one, and after the shortest all again.
  public var next: MonthWindow {
    let all = MonthWindow.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

/// A fact behind a row.
public struct MonthFact: Hashable, Sendable {
  /// The application.
  public var application: ID
  /// Its company, with the job.
  public var name: String
  /// Its day.
  public var day: Day
  /// What it says; of a reason its code, until ``MonthTally/found(title:)`` names it.
  public var text: String
  /// Whether it counts for the row: true, false, or nil while that is open.
  public var counts: Bool?
  /// What it is about, beyond the application.
  public var place: VerdictReasons.Place?
}
