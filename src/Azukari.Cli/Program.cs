using System.CommandLine;
using Azukari.Cli.AgeFiles;
using Azukari.Cli.Custody;
using Azukari.Cli.Documents;
using Azukari.Cli.Erasure;
using Azukari.Cli.Front;
using Azukari.Cli.Incidents;
using Azukari.Cli.Ledger;
using Azukari.Cli.Opening;
using Azukari.Cli.Screens;
using Azukari.Cli.Sealing;
using Azukari.Cli.Statements;
using Azukari.Cli.Stations;
using Azukari.Cli.Watch;

var azukari = new RootCommand("預かり: nothing leaves unapproved, nothing travels readable, nothing goes unaccounted for, and if nobody does anything, the data dies.")
{
    InitCommand.Create(),
    EnrolCommand.Create(),
    DraftCommand.Create(),
    SignCommand.Create(),
    SubmitCommand.Create(),
    SealCommand.Create(),
    SealPayload.Create(),
    ReadBack.Create(),
    HandOverCommand.Create(),
    ArriveCommand.Create(),
    OpenCommand.Create(),
    LoadPayload.Create(),
    EraseCommand.Create(),
    StationWatch.Create(),
    StationCommand.Create(),
    ReportCommands.Lost(),
    ReportCommands.Found(),
    CallListCommand.List(),
    CallListCommand.Contact(),
    DocumentCommand.Create(),
    RegisterCommand.Create(),
    DoctorCommand.Create(),
    StatusCommand.Create(),
    InspectCommand.Create(),
    VerifyCommand.Create(),
    AgeCommand.Create(),
    Verb.Json,
    Verb.Language,
};

azukari.Add(LinesCommand.Create(azukari));

return await azukari.Parse(args).InvokeAsync();
