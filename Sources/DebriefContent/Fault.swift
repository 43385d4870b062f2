/// What is wrong with a content file, and where.
public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file: a path for a file of the user's, the name below `Resources/` for a shipped one.
  public var file: String
  /// The line, 1 for the first; 0 when the file as a whole is meant.
  public var line: Int
  /// What is wrong, in one sentence without a full stop.
  public var message: String

  /// Makes a fault.
  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `ghosted.yaml:12: unknown key "aks"`.
  public var description: String {
    line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)"
  }
}
