global using Azukari.Domain;
global using Azukari.Shared;
global using Azukari.Testing;
