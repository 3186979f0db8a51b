// Purpose: whether a database takes changes
// Parameters: database (text)
// Columns: access (text, read-write or read-only)
SHOW DATABASES YIELD name, access
WHERE name = $database
RETURN access
