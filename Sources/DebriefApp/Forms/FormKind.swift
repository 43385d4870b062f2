import DebriefModel
import TUI

/// A form: what it asks, what becomes of it, and all else in which it differs from the others. Each is
/// one type in one file, and stands in ``FormPurpose/kinds``; whoever opens it does so by a
/// ``FormPurpose``, made beside the type.
protocol FormKind: Hashable, Sendable {
  /// The first word of its draft's name. It is stored: a word that is changed loses what is half typed.
  static var name: String { get }

  /// The form a draft belongs to; nil for a name that another version gave. It stands in an extension of
  /// the type, which so keeps the initializer of its properties.
  init?(scope: FormScope)

  /// The application it works on, when there is one.
  var application: ID? { get }
  /// The application its title names, and whoever lists what is half typed: most often the one it works
  /// on; nil where it is about none.
  var subject: ID? { get }
  /// What its draft's name says after ``name``; at least one word, which may be empty. Stored, too.
  var scope: [String] { get }
  /// What was being typed, for the line that offers to go on.
  var label: String { get }
  /// The field the user's editor is for.
  var mainField: String { get }
  /// The field a question about its days stands below.
  var dayField: String { get }

  /// The fields that take a day, and which way it points: what is typed there is said as it is
  /// understood.
  func days(_ context: FormContext) -> [String: FormDay]

  /// The sentences that what is typed would make in a letter, by field: shown while one types.
  func sentences(_ values: [String: String]) -> [String: String]

  /// What is on file already about a name that is typed, by field: shown while one types.
  func known(_ values: [String: String], _ context: FormContext) -> [String: String]

  /// The empty or prefilled form.
  func form(_ context: FormContext) -> Form
  /// The change that saves the form. Throws which field keeps it from being saved, and why.
  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change
  /// The stored things it edits, as they are now; none for something new. It is saved from what the user
  /// saw when they began to type, so that the store can tell what was changed here from what another
  /// window has changed since.
  func edited(_ context: FormContext) -> [Entity]

  /// Whether it adds an application: what it says meets nothing that is on file already.
  var startsApplication: Bool { get }
  /// Whether it answers a question of the checklist: it opens over the review, and the next question
  /// follows.
  var isAnswer: Bool { get }
  /// Whether it names versions of the résumé, which are read for it.
  var readsResumes: Bool { get }
  /// Whether it speaks of the other open applications, which are read for it.
  var readsLive: Bool { get }
  /// What is read before it can be opened, and opens it then; nil for the application, if anything.
  var readFirst: Effect? { get }

  /// Shows it.
  func open(in app: inout App)
  /// What saving it is called, where that follows from what is answered; nil for what the form calls it.
  func submitTitle(_ values: [String: String]) -> String?
  /// What is asked, with the form still on top, before the change is saved; ``App/finish(_:_:)`` goes on
  /// from there. Nil to save at once.
  func asks(before change: Change, in app: inout App) -> [Effect]?
  /// What is said when it is saved; nil for the sentence that follows from the change.
  func sentence(saved change: Change, _ values: FormValues, in app: App) -> String?
  /// What naturally comes next once it is saved.
  func follow(_ change: Change, in app: inout App) -> [Effect]
}

/// How most forms are.
extension FormKind {
  var subject: ID? { application }
  var dayField: String { "on" }
  func days(_ context: FormContext) -> [String: FormDay] { [:] }
  func sentences(_ values: [String: String]) -> [String: String] { [:] }
  func known(_ values: [String: String], _ context: FormContext) -> [String: String] { [:] }
  func edited(_ context: FormContext) -> [Entity] { [] }
  var startsApplication: Bool { false }
  var isAnswer: Bool { false }
  var readsResumes: Bool { false }
  var readsLive: Bool { false }
  var readFirst: Effect? { nil }
  func submitTitle(_ values: [String: String]) -> String? { nil }
  func open(in app: inout App) { app.show(FormPurpose(self)) }
  func asks(before change: Change, in app: inout App) -> [Effect]? { nil }
  func sentence(saved change: Change, _ values: FormValues, in app: App) -> String? { nil }
  func follow(_ change: Change, in app: inout App) -> [Effect] { [] }
}

/// What the name of a draft says after its first word.
struct FormScope {
  /// The words, at least one of them; an empty one stands for nothing.
  let words: [String]

  /// The application it works on.
  var application: ID { ID(words[0]) }

  /// The word at a place; nil where the name ends before.
  func text(_ place: Int) -> String? { place < words.count ? words[place] : nil }

  /// The id at a place; nil where there is none.
  func id(_ place: Int) -> ID? {
    guard let text = text(place), !text.isEmpty else { return nil }
    return ID(text)
  }
}

/// Why a form cannot be saved: which field, and what to do, in one sentence.
struct FormFault: Error, Equatable {
  var field: String
  var message: String
}

/// Choices from the cases of an enum.
func choices<T: CaseIterable & RawRepresentable>(
  _ type: T.Type, _ label: (T) -> String
) -> [Choice] where T.RawValue == String {
  T.allCases.map { Choice(id: $0.rawValue, title: label($0)) }
}

/// The operation that stores a thing: an insert, or an update when there was one before.
func store(_ old: Entity?, _ new: Entity) -> [Change.Operation] {
  guard let old else { return [.insert(new)] }
  return old == new ? [] : [.update(from: old, to: new)]
}

/// A thing that a form edits; none where it is not on file.
func entities<T>(_ it: T?, _ entity: (T) -> Entity) -> [Entity] { it.map { [entity($0)] } ?? [] }
