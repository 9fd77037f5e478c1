global using Azukari.Domain;
global using Azukari.Testing;
