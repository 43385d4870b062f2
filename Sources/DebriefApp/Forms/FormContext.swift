import DebriefModel
import TUI

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
  /// What rows called the applications of what was half typed, at the start.
  var names: [ID: String] = [:]
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
  /// The figures over all months, where they were read.
  var record: Months?
  /// The questions below a field with which in sight the form was saved once more: that is the yes.
  var agreed: Set<String> = []
  /// What keys and commands are called in sentences.
  var commands = CommandTable.standard

  /// A sentence with the keys it names in braces.
  func named(_ sentence: String) -> String { commands.named(sentence) }

  /// What rows call an application; nil where nothing of it was read.
  func name(of id: ID) -> String? {
    if let facts = recent.first(where: { $0.application.id == id }) { return facts.name }
    if let it = dossier?.application, it.id == id { return JobName.joined(it.company, it.role) }
    return live.first { $0.id == id }?.company ?? names[id]
  }

  /// A letter of this application.
  func letter(_ id: ID) -> Letter? { dossier?.letters.first { $0.id == id } }

  /// What a letter of this application is called; nil where there is none.
  func title(of id: ID) -> String? { letter(id).flatMap { dossier?.title(of: $0) } }

  /// A letter that a form was opened for. Throws where it is gone.
  func known(letter id: ID) throws(FormFault) -> Letter {
    if let letter = letter(id) { return letter }
    throw FormFault(field: "text", message: "This letter was deleted. Undo brings it back.")
  }

  /// The one of that name among those this application names.
  func person(named name: String) -> ID? {
    PeopleLookup.one(named: name, among: dossier?.people ?? [])?.id
  }

  /// The reasons to pick from, by group, each with what counts for it.
  var reasonChoices: [Choice] {
    let reasons = Reason.Group.allCases.flatMap { group in
      content.reasons.filter { $0.group == group }
    }
    return [Choice(id: "", title: "none")]
      + reasons.map {
        Choice(id: $0.code, title: $0.title, group: $0.group.label, meaning: $0.evidence)
      }
  }
}
