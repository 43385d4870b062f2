import DebriefModel
import TUI

/// What has keys on the screen: a screen, a pane, or what lies over them. All about it is in its folder:
/// its state, its commands, its drawing, its reading of messages. It reads and changes itself and the
/// desk; what reaches further it asks for (``Request``).
protocol Place: Sendable {
  /// What its commands are heard under, and the keys of its widgets.
  static var scope: Scope { get }
  /// Its commands, in the order of help.
  static var commands: [Command] { get }

  /// Takes input that is no command: text, moving, closing. Nil when it is none of its own.
  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]?
  /// Takes what came of an effect; nil when that is not for this place.
  mutating func hear(_ message: Message, _ desk: inout Desk) -> [Request]?
  /// Follows what is pointed at: by itself it puts the bar on the row.
  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request]
  /// Follows a notch of the wheel over what is pointed at: by itself it moves as the arrows do.
  mutating func wheel(isDown: Bool, _ at: Pointed, _ desk: inout Desk) -> [Request]
  /// What it needs read now that it is on the screen, or after a change.
  mutating func wants(_ desk: inout Desk) -> [Effect]
  /// What is read again for it after a change of the store.
  func rereads(_ desk: Desk) -> [Effect]
  /// Its rows, or its lines, as one looks for words in them; nil where nothing is looked for.
  func findable(_ desk: Desk) -> [String]?
  /// Which of them is at hand.
  func foundRow(_ desk: Desk) -> Int
  /// Shows one that was found.
  mutating func find(_ row: Int, _ desk: inout Desk)
  /// Draws itself over the whole of a screen without its footer.
  func draw(_ canvas: Canvas, _ desk: Desk)
  /// The rows it cannot do without, from a screen of this size: a long sentence at the foot leaves them. 0
  /// where the sentence may lie over it.
  func rowsNeeded(_ size: Size, _ desk: Desk) -> Int
  /// Whether the last row of the screen is its own: no keys and no sentence stand there.
  var ownsFooter: Bool { get }
  /// What it says in plain mode, where nothing is drawn. Every place has one.
  func spoken(_ desk: Desk) -> Spoken
  /// Draws that row.
  func drawFooter(_ canvas: Canvas, _ desk: Desk)
  /// The keys of its widget for the footer; nil where its commands stand there.
  func hints(_ desk: Desk) -> [(key: String, title: String)]?
  /// The word of a command in the footer, where that depends on what is under the bar; nil for its own.
  func footerWord(_ command: Command, _ desk: Desk) -> String?
  /// Whether a key without a modifier is text here.
  var isTyping: Bool { get }
  /// Whether it leaves nothing of the screen below it, where there are so many columns.
  func covers(_ width: Int) -> Bool

  /// What the next key works on; nil where keys work on nothing of the store.
  func bar(_ desk: Desk) -> Bar?
  /// Where a thing stands in its list now.
  func row(of thing: String, _ desk: Desk) -> Int?
  /// Puts the bar on a row.
  mutating func hold(_ row: Int, _ desk: Desk)

  /// What was typed here and is in no store; nil when there is nothing.
  var unsaved: Unsaved? { get }
  /// What is half typed, when it is worth keeping as a draft.
  var draft: Draft? { get }
  /// The name under which what is typed here would be kept.
  var draftScope: String? { get }
  /// Leaves as Esc does: what was typed is kept.
  mutating func leave(_ desk: inout Desk) -> [Request]
  /// Leaves without keeping what was typed; the effects that go with that.
  func dropped(_ desk: inout Desk) -> [Effect]

  /// Works on the place where it is on the screen; nil when it is not there.
  @discardableResult
  static func reach<R>(_ app: inout App, _ body: (inout Self, inout Desk) -> R) -> R?
  /// Looks at the place where it is on the screen; nil when it is not there.
  static func look<R>(_ app: App, _ body: (Self, Desk) -> R) -> R?
}

extension Place {
  static var commands: [Command] { [] }
  mutating func hear(_ message: Message, _ desk: inout Desk) -> [Request]? { nil }
  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    if let row = at.row { hold(row, desk) }
    return []
  }
  mutating func wheel(isDown: Bool, _ at: Pointed, _ desk: inout Desk) -> [Request] {
    turned(isDown: isDown, &desk)
  }
  mutating func wants(_ desk: inout Desk) -> [Effect] { [] }
  func rereads(_ desk: Desk) -> [Effect] { [] }
  func findable(_ desk: Desk) -> [String]? { nil }
  func foundRow(_ desk: Desk) -> Int { 0 }
  mutating func find(_ row: Int, _ desk: inout Desk) { hold(row, desk) }
  func rowsNeeded(_ size: Size, _ desk: Desk) -> Int { 0 }
  var ownsFooter: Bool { false }
  func drawFooter(_ canvas: Canvas, _ desk: Desk) {}
  func hints(_ desk: Desk) -> [(key: String, title: String)]? { nil }
  func footerWord(_ command: Command, _ desk: Desk) -> String? { nil }
  var isTyping: Bool { Self.scope.isTyping }
  func covers(_ width: Int) -> Bool { false }
  func bar(_ desk: Desk) -> Bar? { nil }
  func row(of thing: String, _ desk: Desk) -> Int? { nil }
  mutating func hold(_ row: Int, _ desk: Desk) {}
  var unsaved: Unsaved? { nil }
  var draft: Draft? { nil }
  var draftScope: String? { nil }
  func dropped(_ desk: inout Desk) -> [Effect] { [] }
  mutating func leave(_ desk: inout Desk) -> [Request] {
    take(.key(Key(.escape)), &desk) ?? [.close]
  }

  /// What lies on top is the place that is meant.
  @discardableResult
  static func reach<R>(_ app: inout App, _ body: (inout Self, inout Desk) -> R) -> R? {
    guard var it = app.overlays.last as? Self else { return nil }
    let result = body(&it, &app.desk)
    app.overlays[app.overlays.count - 1] = it
    return result
  }

  static func look<R>(_ app: App, _ body: (Self, Desk) -> R) -> R? {
    (app.overlays.last as? Self).map { body($0, app.desk) }
  }
}

/// Every place with commands of its own, in the order of help and of the table of keys. A new place is a
/// folder and a line here; panes are in it by themselves.
enum Places {
  static let all: [any Place.Type] =
    screens + PaneID.allCases.map { $0.type as any Place.Type } + others

  private static let screens: [any Place.Type] = [Everywhere.self, Home.self, Review.self]
  private static let others: [any Place.Type] = [
    PageScreen.self, AgendaOverlay.self, InboxOverlay.self, PeopleOverlay.self,
    ResumesOverlay.self, AfterNoOverlay.self, ImprovementsOverlay.self, MorningOverlay.self,
    PostingOverlay.self, HistoryOverlay.self, LetterEditor.self, MonthsScreen.self,
    MonthFactsOverlay.self, DrillScreen.self, MatchOverlay.self, WriteOutOverlay.self,
    ImportOverlay.self, Seek.self,
  ]

  /// The place of a scope; nil for one that is not in the list.
  /// To look for it takes less than a table of all, which the start would have to make: what is asked for
  /// most stands first.
  static func place(of scope: Scope) -> (any Place.Type)? { all.first { $0.scope == scope } }
}

/// What a place asks for beyond itself and the desk.
enum Request: Sendable {
  /// Something the store, the editor or the terminal does.
  case effect(Effect)
  /// A form, with the draft that was kept for it.
  case form(FormPurpose)
  /// The form, with its main field handed to the user's editor at once.
  case editor(FormPurpose)
  /// A place over the one that asks.
  case open(any Place)
  /// The place that asks goes.
  case close
  /// A sentence at the foot; its keys in braces.
  case notice(String)
  /// A sentence that says what is wrong.
  case fault(String)
  /// A pane of the review.
  case focus(PaneID)
  /// A thing of the application.
  case place(VerdictReasons.Place)
  /// The one page.
  case page
  /// What only the whole screen can do, such as going to another application.
  case app(@Sendable (inout App) -> [Effect])

  /// Something done with another place, where it is on the screen.
  static func with<P: Place>(
    _ place: P.Type, _ body: @escaping @Sendable (inout P, inout Desk) -> [Request]
  ) -> Request {
    .app { app in P.reach(&app, body).map { app.run($0) } ?? [] }
  }
}
