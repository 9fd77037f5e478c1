using System.CommandLine;

namespace Azukari.Cli.Documents;

/// <summary><c>azukari register</c>: registers as spreadsheets, out and in.</summary>
internal static class RegisterCommand
{
    internal static Command Create() => new("register", "registers as spreadsheets / 台帳をCSVで出し入れする") { ExportCommand.Create(), ImportCommand.Create() };
}
