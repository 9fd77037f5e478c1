global using Azukari.Domain.Engagements;
global using static Azukari.Domain.Reason;
global using static Azukari.Domain.Rule;
global using static Azukari.Domain.Tests.Town;
