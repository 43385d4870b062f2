import DebriefModel
import TUI

/// The form of an application itself.
struct ApplicationForm: FormKind {
  static let name = "application"

  /// The application that is edited; nil for a new one.
  let id: ID?

  var application: ID? { id }
  var scope: [String] { [id?.text ?? ""] }
  var label: String { "an application" }
  var mainField: String { "notes" }
  var dayField: String { "applied" }
  var startsApplication: Bool { id == nil }
  var readsResumes: Bool { true }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["applied": .day(.past), "interview": .talk]
  }

  func known(_ values: [String: String], _ context: FormContext) -> [String: String] {
    ["company": KnownWords.company(values["company"] ?? "", context.recent, besides: id)]
  }

  /// A question with yes, no, and neither: what nobody said isn't no.
  private func whether(
    _ id: String, _ label: String, _ value: Bool?, yes: String = "yes", no: String = "no"
  ) -> FormField {
    FormField(
      id: id, label: label,
      kind: .choice([
        Choice(id: "", title: "not sure"), Choice(id: "yes", title: yes),
        Choice(id: "no", title: no),
      ]), value: value.map { $0 ? "yes" : "no" } ?? "")
  }

  func form(_ context: FormContext) -> Form {
    let it = id == nil ? nil : context.dossier?.application
    var fields = [
      FormField(
        id: "company", label: "Company", kind: .line, required: true, value: it?.company ?? ""),
      FormField(id: "role", label: "Role", kind: .line, value: it?.role ?? ""),
    ]
    let applied = context.dossier?.events.first { $0.kind == .applied }?.known
    let day = FormField(
      id: "applied", label: "Applied on", kind: .line,
      hint: "today, 3 mar, 2 weeks ago; leave empty if you don't know",
      value: it == nil ? "" : applied?.typed ?? "")
    if id == nil {
      fields += [
        day,
        FormField(
          id: "interview", label: "Interview on", kind: .line,
          hint: "add the time if you know it: yesterday 14:30; leave empty if there wasn't one"),
      ]
    }
    fields += [
      FormField(
        id: "channelAsked", label: "How they wanted it sent", kind: .line,
        value: it?.channelAsked ?? ""
      ).seldom(),
      FormField(
        id: "channelUsed", label: "How you sent it", kind: .line, value: it?.channelUsed ?? ""
      ).seldom(),
      FormField(
        id: "payAsked", label: "Pay you asked for", kind: .line, value: it?.payAsked ?? ""
      ).seldom(),
      FormField(
        id: "payOffered", label: "Pay they offered", kind: .line, value: it?.payOffered ?? ""
      ).seldom(),
      FormField(
        id: "payUsual", label: "Usual pay", kind: .line,
        hint: "what this job usually pays, in your words", value: it?.payUsual ?? ""
      ).seldom(),
      whether(
        "picked", "This job in particular?", it?.picked, yes: "yes, I went for this one",
        no: "no, it was one of many"),
      FormField(
        id: "industry", label: "Industry", kind: .line, hint: "such as health, banking, games",
        value: it?.industry ?? ""),
      FormField(
        id: "resume", label: "Résumé version", kind: .line, value: it?.resume ?? ""),
      whether("coverSent", "Did you send a cover letter?", it?.coverSent),
      FormField(
        id: "cover", label: "Cover letter version", kind: .line,
        hint: "a short name, such as warm or two paragraphs", value: it?.cover ?? ""
      ).seldom(),
      FormField(
        id: "coverText", label: "The cover letter itself", kind: .lines(rows: 3),
        hint: "paste it here, the way you sent it", value: it?.coverText ?? ""
      ).seldom(),
      FormField(id: "link", label: "Link to the job posting", kind: .line, value: it?.link ?? ""),
      FormField(
        id: "posting", label: "The posting itself", kind: .lines(rows: 3),
        hint: "paste it here; postings disappear", value: it?.posting ?? ""
      ).seldom(),
      FormField(
        id: "finalists", label: "Candidates in the final round", kind: .line,
        hint: "a number, if you know it", value: it?.finalists.map(String.init) ?? ""
      ).whole().seldom(),
      FormField(id: "notes", label: "Notes", kind: .lines(rows: 3), value: it?.notes ?? ""),
    ]
    if id != nil {
      fields.append(
        FormField(
          id: "region", label: "Where the company is",
          kind: .choice(
            [Choice(id: "", title: "don't know")] + choices(Region.self, \.label)),
          hint: "in the EU and the UK, you can ask for a copy of your data",
          value: it?.region?.rawValue ?? ""
        ).seldom())
      fields.append(day)
    }
    return Form(title: id == nil ? "Add an application" : "Edit the application", fields: fields)
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    _ = try values.named()
    let applied = try values.day("applied")
    let finalists = try values.number("finalists", 1...9999)
    let cover = (version: values.line("cover"), text: values.line("coverText"))
    if values.line("coverSent") == "no", !cover.version.isEmpty || !cover.text.isEmpty {
      throw FormFault(
        field: "coverSent",
        message: "There's a cover letter below. Pick “yes,” or clear the version and the text.")
    }
    func fill(_ it: inout Application) {
      it.company = values.line("company")
      it.role = values.line("role")
      it.channelAsked = values.line("channelAsked")
      it.channelUsed = values.line("channelUsed")
      it.payAsked = values.line("payAsked")
      it.payOffered = values.line("payOffered")
      it.payUsual = values.line("payUsual").isEmpty ? nil : values.line("payUsual")
      it.industry = values.line("industry").isEmpty ? nil : values.line("industry")
      it.picked = values.line("picked").isEmpty ? nil : values.line("picked") == "yes"
      it.posting = values.line("posting").isEmpty ? nil : values.line("posting")
      it.resume = values.line("resume")
      it.coverSent = values.line("coverSent").isEmpty ? nil : values.line("coverSent") == "yes"
      it.cover = cover.version.isEmpty ? nil : cover.version
      it.coverText = cover.text.isEmpty ? nil : cover.text
      it.link = values.line("link")
      it.finalists = finalists
      it.notes = values.line("notes")
    }
    if id != nil, let old = context.dossier?.application {
      var new = old
      fill(&new)
      new.region = Region(rawValue: values.line("region"))
      var change = Change("application changed", store(.application(old), .application(new)))
      // An empty field takes nothing out of the ledger; undo does that.
      if let applied, let dossier = context.dossier {
        change.operations += Recipe.applied(applied, in: dossier, ids: &ids, now: context.now)
      }
      return change
    }
    let interview = try values.talk("interview")
    return Recipe.add(
      company: values.line("company"), role: values.line("role"), applied: applied,
      interview: interview, ids: &ids, now: context.now, fill
    ).change
  }

  func edited(_ context: FormContext) -> [Entity] {
    guard let it = context.dossier?.application, it.id == id else { return [] }
    return [.application(it)]
  }

  /// A new one may be on file already.
  func asks(before change: Change, in app: inout App) -> [Effect]? {
    startsApplication ? [.findTwin(change)] : nil
  }

  /// Of a new application every date is said as it was understood.
  func sentence(saved change: Change, _ values: FormValues, in app: App) -> String? {
    guard startsApplication else { return nil }
    var parts = ["Saved: \(change.title)"]
    for case .insert(let entity) in change.operations {
      switch entity {
      case .event(let it): parts.append("\(it.kind.label) \(it.said)")
      case .interview:
        if let talk = values.heard("interview") { parts.append("interview \(app.desk.told(talk))") }
      default: break
      }
    }
    return parts.joined(separator: "; ") + "."
  }

  func follow(_ change: Change, in app: inout App) -> [Effect] {
    guard startsApplication else { return [] }
    for case .insert(.application(let it)) in change.operations { app.home.wanted = it.id }
    app.home.filter = ""
    app.home.section = .list
    for case .insert(.application(let it)) in change.operations {
      return [.lookUp(company: it.company)]
    }
    return []
  }
}

extension ApplicationForm {
  init?(scope: FormScope) {
    self.init(id: scope.id(0))
  }
}

extension FormPurpose {
  /// An application; nil adds one.
  static func application(_ id: ID?) -> Self {
    Self(ApplicationForm(id: id))
  }
}
