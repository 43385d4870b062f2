extension String {
  /// The text with a capital first letter. The rest is made a `String` before it is put behind: for a part
  /// of one the runtime would look through all conformances of the program, on the way to the first frame.
  public var capitalizedFirst: String { prefix(1).uppercased() + String(dropFirst()) }

  /// The text with a small first letter, as it goes on in a sentence.
  public var lowercasedFirst: String { prefix(1).lowercased() + String(dropFirst()) }
}
