/// Whose data-protection law applies.
public enum Region: String, FieldChoice {
  case eu, uk, other
}

/// One attempt at one post. Status and stage are not stored here: they follow from its events.
public struct Application: Hashable, Sendable, Codable {
  /// Its name.
  public var id: ID
  /// The employer, as the user writes it.
  public var company = ""
  /// The job.
  public var role = ""
  /// The channel they asked applications to come through (A14).
  public var channelAsked = ""
  /// The channel that was used (A14).
  public var channelUsed = ""
  /// Where the job was advertised.
  public var link = ""
  /// The pay the user named, in their own words (A23).
  public var payAsked = ""
  /// The pay the employer named, in its own words (A23).
  public var payOffered = ""
  /// The pay that is usual for the job, in the user's words (A23).
  public var payUsual: String?
  /// The line of business, for what it has in common with others (A102).
  public var industry: String?
  /// The résumé version that was sent (A100).
  public var resume = ""
  /// How many reached the last round, when it is known (A4).
  public var finalists: Int?
  /// Whose data-protection law binds the employer: only there is a right of access (L10).
  public var region: Region?
  /// Whether the user is glad, looking back months later, that it ended as it did (A52).
  public var glad: Bool?
  /// Whether the user picked this job, rather than sending one application of many (A101); nil when they
  /// did not say.
  public var picked: Bool?
  /// The text of the job posting, which is gone from the web by the time one wants it (A45).
  public var posting: String?
  /// Whether a cover letter went along (A100); nil when the user did not say. What ``cover`` and ``coverText``
  /// hold says so, too: see ``hasCover``.
  public var coverSent: Bool?
  /// The version of the cover letter, by a short name of the user's own (A99, A100).
  public var cover: String?
  /// The text of the cover letter as it was sent.
  public var coverText: String?
  /// Anything else.
  public var notes = ""
  /// When it was entered.
  public var created: Moment

  /// Makes an application and fills it in.
  public init(id: ID, created: Moment, _ fill: (inout Application) -> Void = { _ in }) {
    self.id = id
    self.created = created
    fill(&self)
  }
}

extension Application: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.application
  /// It, as one of all nouns.
  public var entity: Entity { .application(self) }

  /// What it is made of.
  public static let shape = Shape(
    Application(id: ID(""), created: Moment(seconds: 0)),
    [
      .application(\.id),
      .date("created", \.created),
      Field("company", \.company, "the company", merge: .line, find: .title, mask: .name),
      Field("role", \.role, "the role", merge: .line, find: .body),
      Field("channelAsked", \.channelAsked, "how they wanted it sent", merge: .line),
      Field("channelUsed", \.channelUsed, "how you sent it", merge: .line),
      Field("link", \.link, "the link", mask: .link),
      Field("payAsked", \.payAsked, "the pay you asked for", merge: .line),
      Field("payOffered", \.payOffered, "the pay they mentioned", merge: .line),
      Field("payUsual", \.payUsual, "the usual pay", merge: .line),
      Field("industry", \.industry, "the industry", merge: .line),
      Field("resume", \.resume, "the résumé version"),
      Field("finalists", \.finalists, "how many made the final round"),
      Field("region", \.region, "where the company is"),
      Field("glad", \.glad, "whether it was for the best"),
      Field("notes", \.notes, "the notes", merge: .prose, find: .body),
      Field("picked", \.picked, "whether you picked this job"),
      Field("posting", \.posting, "the job posting", merge: .prose, find: .body),
      Field("coverSent", \.coverSent, "whether you sent a cover letter"),
      Field("cover", \.cover, "the cover letter version", find: .body),
      Field("coverText", \.coverText, "the cover letter", merge: .prose, find: .body),
    ])
}

extension Application {
  /// Why a company or a job cannot be called so, in one sentence; nil when it can: a name is one line,
  /// for it stands in rows, letters and headers.
  public static func nameFault(_ text: String, of what: String) -> String? {
    guard text.unicodeScalars.contains(where: Harmless.isUnfit) else { return nil }
    return "The name of \(what) has a line break or another special character in it. "
      + "Type it on one line."
  }

  /// `Acme · Engineer (7k3f9q)`: which one was taken, for a command that wrote to it.
  public var taken: String { "\(JobName.joined(company, role)) (\(id.short))" }

  /// Why it cannot be called so; nil when it can.
  public var nameFault: String? {
    Application.nameFault(company, of: "a company") ?? Application.nameFault(role, of: "a job")
  }
}
