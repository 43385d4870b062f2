@main struct Debrief { static func main() {} }
