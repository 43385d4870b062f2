/// A change that was made, as a list of changes shows it.
public struct PastChange: Equatable, Sendable {
  /// Its number: a later change has a higher one.
  public var number: Int
  /// When it was made.
  public var at: Moment
  /// What it did, such as "edit a strength".
  public var title: String
  /// When it was taken back; nil while it stands.
  public var undone: Moment?
  /// The applications it touched, by name, at most three; none for an import.
  public var companies: [String]
  /// Whether another window, or a command, made it while this screen was open.
  public var isOfOthers: Bool

  /// Which of several with one title it is.
  public var about: Change.About?

  /// Makes one.
  public init(
    number: Int, at: Moment, title: String, undone: Moment? = nil, companies: [String] = [],
    isOfOthers: Bool = false, about: Change.About? = nil
  ) {
    (self.number, self.at, self.title) = (number, at, title)
    (self.undone, self.companies, self.isOfOthers) = (undone, companies, isOfOthers)
    self.about = about
  }

  /// What it did, and to what, such as "answer saved: “Gave a good demo”".
  ///
  /// - Parameter ask: The words of a question, by the name of its item.
  public func told(_ ask: (String) -> String?) -> String {
    title + (about?.told(ask).map { ": \($0)" } ?? "")
  }

  /// The same, and to which applications where that does not say so.
  public func words(_ ask: (String) -> String?) -> String {
    let names = companies.filter { !title.contains($0) }.joined(separator: ", ")
    return told(ask) + (names.isEmpty ? "" : ", \(names)")
  }
}
