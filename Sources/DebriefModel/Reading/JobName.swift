/// What a row calls an application: the company, and where that has more than one application on file
/// the job as well, so that two of them are told apart wherever they stand. One rule for all rows.
public enum JobName {
  /// With what other applications on file one could be confused.
  public enum Sharing: Hashable, Sendable {
    /// No other one is at the company.
    case none
    /// Others are at the company, for other jobs.
    case company
    /// Others are at the company for the same job, or one of two jobs has no name.
    case job
  }

  /// What sets it apart, beside its company: its job, and where that is shared, too, the day it was
  /// entered. Empty where the company is enough.
  public static func mark(_ it: Application, _ sharing: Sharing) -> String {
    let day = "added \(it.created.day.dated)"
    switch sharing {
    case .none: return ""
    case .company: return it.role.isEmpty ? day : it.role
    // The day first: it is what tells them apart, and a narrow column cuts the end.
    case .job: return it.role.isEmpty ? day : "\(day), \(it.role)"
    }
  }

  /// `Acme`, or `Acme · Engineer`.
  public static func text(_ it: Application, _ sharing: Sharing) -> String {
    joined(it.company, mark(it, sharing))
  }

  /// A company and its mark in one.
  public static func joined(_ company: String, _ mark: String) -> String {
    mark.isEmpty ? company : "\(company) · \(mark)"
  }
}

extension Facts {
  /// What a row calls it.
  public var name: String { JobName.text(application, sharing) }
}
